/** The types of Node leave it out. */
declare const WebAssembly: {
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => {
    readonly buffer: ArrayBuffer
  }
}

/** As large as the disk takes well at once; a multiple of every sector size. */
export const blockBytes = 1 << 20

const wasmPageBytes = 65_536
const atMost = 32
const kept = 4

/** Blocks of memory that begin at a page of the system's: direct input and output asks for that. */
export interface AlignedBlocks {
  /** All of them or none: undefined when too many are in use. */
  take(count: number): readonly Buffer[] | undefined
  giveBack(blocks: readonly Buffer[]): void
}

export function alignedBlocks(): AlignedBlocks {
  const spare: Buffer[] = []
  let inUse = 0
  return {
    take(count) {
      if (inUse + count > atMost) return undefined
      inUse += count
      return Array.from({ length: count }, () => spare.pop() ?? newBlock())
    },
    giveBack(blocks) {
      inUse -= blocks.length
      spare.push(...blocks.slice(0, kept - spare.length))
    },
  }
}

/** Of all that JavaScript can allocate, only the memory of WebAssembly is sure to begin at a page. */
const newBlock = (): Buffer => {
  const pages = blockBytes / wasmPageBytes
  return Buffer.from(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer)
}

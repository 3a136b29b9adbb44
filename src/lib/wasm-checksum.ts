import type { IHasher } from 'hash-wasm'
import type { IncrementalChecksum } from './incremental-checksum.ts'

export const wasmAlgorithms = ['CRC64NVME', 'XXHASH64', 'XXHASH3', 'XXHASH128'] as const
export type WasmAlgorithm = (typeof wasmAlgorithms)[number]

type NewChecksum = () => IncrementalChecksum

const nvmePolynomial = '9a6c9329ac4bc9b5'
const loaded = new Map<WasmAlgorithm, NewChecksum>()

/** Makes `createWasmChecksum` work for these algorithms; undefined when it already does. */
export function loadWasmChecksums(algorithms: readonly WasmAlgorithm[]): Promise<void> | undefined {
  const missing = algorithms.filter((algorithm) => !loaded.has(algorithm))
  return missing.length > 0 ? load(missing) : undefined
}

async function load(algorithms: readonly WasmAlgorithm[]): Promise<void> {
  // Imported here, because the package takes 10 MB of memory that most installations never need.
  const { createCRC64, createXXHash64, createXXHash3, createXXHash128 } = await import('hash-wasm')
  const create: Record<WasmAlgorithm, () => Promise<IHasher>> = {
    CRC64NVME: () => createCRC64(nvmePolynomial),
    XXHASH64: () => createXXHash64(),
    XXHASH3: () => createXXHash3(),
    XXHASH128: () => createXXHash128(),
  }
  for (const algorithm of algorithms) {
    const hasher = await create[algorithm]()
    if (!loaded.has(algorithm)) loaded.set(algorithm, takeTurns(hasher))
  }
}

/** Throws when `loadWasmChecksums` has not been awaited for the algorithm. */
export function createWasmChecksum(algorithm: WasmAlgorithm): IncrementalChecksum {
  const create = loaded.get(algorithm)
  if (!create) throw new Error(`The checksum ${algorithm} is used before loadChecksums.`)
  return create()
}

/** Lets any number of streams share one instance: whoever comes next puts the state of the one before aside (2 µs). */
function takeTurns(hasher: IHasher): NewChecksum {
  let current: { state?: Uint8Array } | undefined
  const turnOf = (stream: { state?: Uint8Array }) => {
    if (current === stream) return hasher
    if (current) current.state = hasher.save()
    current = stream
    return stream.state ? hasher.load(stream.state) : hasher.init()
  }
  return () => {
    const stream = {}
    return {
      update(chunk) {
        turnOf(stream).update(chunk)
      },
      digest() {
        const bytes = turnOf(stream).digest('binary')
        current = undefined
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      },
    }
  }
}

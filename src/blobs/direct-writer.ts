import { constants } from 'node:fs'
import { closeFile, openFile, syncData, writeBuffer, writeFully } from './file-calls.ts'
import { blockBytes, type AlignedBlocks } from './aligned-blocks.ts'
import { noteSpent } from '../lib/spent-buffers.ts'
import { hasSystemCode } from '../lib/system-error.ts'
import type { ChunkWriter } from './chunk-writer.ts'

/** One is filled while the other is written. */
const blocksOfWriter = 2

/**
 * Writes past the page cache, in whole blocks. What is left at the end goes through the cache.
 * Undefined where the file system or the system can't, or when memory for blocks has run out.
 */
export async function directWriter(
  path: string,
  file: number,
  pool: AlignedBlocks,
): Promise<ChunkWriter | undefined> {
  const blocks = pool.take(blocksOfWriter)
  if (!blocks) return undefined
  const direct = await openDirect(path).catch(() => undefined)
  if (direct === undefined) {
    pool.giveBack(blocks)
    return undefined
  }
  return writeBlocks({ direct, file }, blocks, async () => {
    pool.giveBack(blocks)
    await closeFile(direct)
  })
}

/** The bytes that were taken: none where the file system has other wishes of alignment after all. */
async function writePast(direct: number, block: Buffer, at: number): Promise<number> {
  try {
    return (await writeBuffer(direct, block, 0, block.length, at)).bytesWritten
  } catch (error) {
    if (hasSystemCode(error, 'EINVAL')) return 0
    throw error
  }
}

/** Undefined on systems without direct input and output; rejects with EINVAL on file systems without. */
async function openDirect(path: string): Promise<number | undefined> {
  const flag = (constants as Partial<typeof constants>).O_DIRECT
  return flag === undefined ? undefined : openFile(path, constants.O_WRONLY | flag)
}

interface Files {
  readonly direct: number
  /** The same file, through the page cache. */
  readonly file: number
}

function writeBlocks(
  { direct, file }: Files,
  blocks: readonly Buffer[],
  release: () => Promise<void>,
): ChunkWriter {
  let turn = 0
  let filled = 0
  let position = 0
  let writing: Promise<void> = Promise.resolve()

  const blockOfTurn = () => blocks[turn % blocks.length] ?? Buffer.alloc(blockBytes)
  const writeBlock = async (block: Buffer, at: number) => {
    const written = await writePast(direct, block, at)
    if (written < blockBytes) await writeFully(file, [block.subarray(written)], at + written)
  }
  const send = () => {
    const [block, at] = [blockOfTurn(), position]
    writing = writing.then(() => writeBlock(block, at))
    writing.catch(() => undefined) // It stays rejected for whoever waits next.
    position += blockBytes
    filled = 0
    turn += 1
  }
  return {
    async add(chunk) {
      for (let taken = 0; taken < chunk.length;) {
        const copied = chunk.copy(blockOfTurn(), filled, taken)
        taken += copied
        filled += copied
        if (filled < blockBytes) continue
        const before = writing
        send()
        await before // The block of the next turn is free again.
      }
      noteSpent(chunk.length)
    },
    async finish() {
      await writing
      if (filled > 0) await writeFully(file, [blockOfTurn().subarray(0, filled)], position)
      await syncData(file)
    },
    async idle() {
      await Promise.allSettled([writing])
      await release()
    },
  }
}

import fs from 'node:fs'
import { promisify } from 'node:util'

// The calls of node:fs/promises and its file handles cost about twice the CPU of these on small files.
export const openFile = promisify(fs.open)
export const closeFile = promisify(fs.close)
export const statFile = promisify(fs.fstat)
export const readFile = promisify(fs.read)
export const writeBuffer = promisify(fs.write)
const writeChunks = promisify(fs.writev)
/** Makes the file's bytes and size durable. */
export const syncData = promisify(fs.fdatasync)
/** Makes a directory's entries durable. */
export const syncAll = promisify(fs.fsync)

/** Closes the file when `use` has ended, one way or the other. */
export async function withFile<T>(file: number, use: (file: number) => Promise<T>): Promise<T> {
  try {
    return await use(file)
  } finally {
    await closeFile(file)
  }
}

/** A write may take fewer bytes than it was given (on a disk that fills up, before it fails). */
export async function writeFully(file: number, chunks: readonly Buffer[], at: number): Promise<void> {
  let position = at
  let rest = chunks.filter((chunk) => chunk.length > 0)
  while (rest.length > 0) {
    const { bytesWritten } = await writeChunks(file, rest, position)
    position += bytesWritten
    rest = withoutFirst(bytesWritten, rest)
  }
}

export function withoutFirst(bytes: number, chunks: readonly Buffer[]): Buffer[] {
  let skip = bytes
  const from = chunks.findIndex((chunk) => {
    if (chunk.length > skip) return true
    skip -= chunk.length
    return false
  })
  const first = chunks[from]
  return first ? [first.subarray(skip), ...chunks.slice(from + 1)] : []
}

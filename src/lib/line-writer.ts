import { write, writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { hasSystemCode } from './system-error.ts'

interface LineWriter {
  write(line: string): void
}

const writeAsync = promisify(write)
const collectMs = 50
const retryMs = 20
const waitingLimit = 2 ** 24

/** What writers that hold lines do with them at exit; one listener for all, however many servers a process starts. */
const lastWrites = new Set<() => void>()
process.once('exit', () => {
  for (const writeRest of lastWrites) writeRest()
})

/**
 * Collects lines for 50 ms and writes them to the file descriptor off the main thread; the rest is written at exit.
 * A descriptor that takes nothing (full disk, closed pipe, stalled reader) costs lines, never the process.
 */
export function createLineWriter(fd: number): LineWriter {
  let waiting: string[] = []
  let waitingLength = 0
  let unwritten: Uint8Array = Buffer.alloc(0)

  const takeWaiting = () => {
    const bytes = Buffer.from(waiting.join(''))
    waiting = []
    waitingLength = 0
    return bytes
  }
  const writeWaiting = async () => {
    lastWrites.add(writeRest)
    await setTimeout(collectMs, undefined, { ref: false })
    while (waiting.length > 0) {
      unwritten = takeWaiting()
      while (unwritten.length > 0) unwritten = unwritten.subarray(await writeSome(fd, unwritten))
    }
    lastWrites.delete(writeRest)
  }
  const writeRest = () => {
    writeOnce(fd, Buffer.concat([unwritten, takeWaiting()]))
  }
  return {
    write(line) {
      if (waitingLength + line.length > waitingLimit) return
      waiting.push(line)
      waitingLength += line.length
      if (!lastWrites.has(writeRest)) void writeWaiting()
    },
  }
}

/** How many bytes are dealt with: written, or given up. */
async function writeSome(fd: number, bytes: Uint8Array): Promise<number> {
  try {
    return (await writeAsync(fd, bytes)).bytesWritten
  } catch (error) {
    if (!hasSystemCode(error, 'EAGAIN')) return bytes.length
    await setTimeout(retryMs, undefined, { ref: false })
    return 0
  }
}

function writeOnce(fd: number, bytes: Uint8Array): void {
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(fd, bytes, written)
  } catch {
    // Nobody is left to be told.
  }
}

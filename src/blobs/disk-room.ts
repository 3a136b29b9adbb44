import { stat, statfs } from 'node:fs/promises'
import type { Room } from '../core/ports.ts'

/** The disk is asked at most this often; in between, what was claimed is counted. */
const freshMs = 250
/** On a small disk the reserve is smaller too. */
const largestShare = 0.05

interface DiskRoomOptions {
  /** Kept free for deletes and the log of the database, in bytes. */
  readonly reserveBytes: number
  /** The log of the database: what it holds is going to be written once more, into the database. */
  readonly logFile: string
  /** Asks the disk; another one in tests. */
  readonly statfs?: (folder: string) => Promise<DiskFigures>
}

interface DiskFigures {
  /** Bytes of a block. */
  readonly bsize: number
  readonly blocks: number
  readonly bavail: number
}

/** The room on the disk that holds a folder, less a reserve. */
export function diskRoom(
  folder: string,
  { reserveBytes, logFile, statfs: ask = statfs }: DiskRoomOptions,
): Room {
  let freeBytes = 0
  let askedAt = -Infinity
  let asking: Promise<void> | undefined

  const refresh = async () => {
    try {
      const { bsize, blocks, bavail } = await ask(folder)
      const reserve = Math.min(reserveBytes, blocks * bsize * largestShare)
      freeBytes = bavail * bsize - reserve - (await sizeOf(logFile))
    } catch {
      freeBytes = Infinity // Whether an unknown disk is full, its writes will tell.
    }
    askedAt = performance.now()
    asking = undefined
  }
  const take = (bytes: number): boolean => {
    if (bytes > freeBytes) return false
    freeBytes -= bytes
    return true
  }
  return {
    claim(bytes) {
      if (performance.now() - askedAt < freshMs) return take(bytes)
      asking ??= refresh()
      return asking.then(() => take(bytes))
    },
  }
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

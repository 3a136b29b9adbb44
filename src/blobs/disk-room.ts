import { stat, statfs } from 'node:fs/promises'
import { mutex } from '../lib/mutex.ts'
import type { Room } from '../core/ports.ts'

/** The disk is asked at most this often; in between, what was claimed is counted. */
const freshMs = 250
/** When less than so many reserves is left, other processes could eat the reserve in that time: the disk is asked more often. */
const scarceReserves = 8
const scarceFreshMs = 5
/** On a small disk the reserve is smaller too. */
const largestShare = 0.05

interface DiskRoomOptions {
  /** Kept free for deletes and the log of the database, in bytes. */
  readonly reserveBytes: number
  /** The log of the database: what it holds is going to be written once more, into the database. */
  readonly logFile: string
  /** Clears away a little of what can be spared; false when nothing of it is left. */
  readonly makeRoom?: () => Promise<boolean>
  /** Asks the disk; another one in tests. */
  readonly statfs?: (folder: string) => Promise<DiskFigures>
  /** In milliseconds since any moment; another one in tests. */
  readonly now?: () => number
}

interface DiskFigures {
  /** Bytes of a block. */
  readonly bsize: number
  readonly blocks: number
  readonly bavail: number
}

/** The room on the disk that holds a folder, less a reserve. What does not fit at first waits until enough is cleared away. */
export function diskRoom(folder: string, options: DiskRoomOptions): Room {
  const { makeRoom = nothingToSpare, now = () => performance.now() } = options
  let freeBytes = 0
  let freshUntil = -Infinity
  let asking: Promise<void> | undefined
  const alone = mutex()

  const refresh = async () => {
    const { free, reserve } = await roomOn(folder, options)
    freeBytes = free
    freshUntil = now() + (free < scarceReserves * reserve ? scarceFreshMs : freshMs)
    asking = undefined
  }
  const isFresh = () => now() < freshUntil
  const clearUntil = async (fits: () => boolean): Promise<boolean> => {
    while (!fits()) {
      if (!(await makeRoom())) return false
      await asking // It may have begun before there was room.
      await (asking ??= refresh())
    }
    return true
  }
  const askDisk = async (fits: () => boolean): Promise<boolean> => {
    if (!isFresh()) await (asking ??= refresh())
    return fits() || alone(() => clearUntil(fits))
  }
  const when = (fits: () => boolean) => (isFresh() && fits()) || askDisk(fits)
  return {
    claim: (bytes) =>
      when(() => {
        if (bytes > freeBytes) return false
        freeBytes -= bytes
        return true
      }),
    has: (bytes) => when(() => bytes <= freeBytes),
  }
}

const nothingToSpare = () => Promise.resolve(false)

/** Bytes that are free beside the reserve, and the reserve. */
async function roomOn(
  folder: string,
  { reserveBytes, logFile, statfs: ask = statfs }: DiskRoomOptions,
): Promise<{ readonly free: number; readonly reserve: number }> {
  try {
    const { bsize, blocks, bavail } = await ask(folder)
    const reserve = Math.min(reserveBytes, blocks * bsize * largestShare)
    return { free: bavail * bsize - reserve - (await sizeOf(logFile)), reserve }
  } catch {
    return { free: Infinity, reserve: 0 } // Whether an unknown disk is full, its writes will tell.
  }
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { diskRoom } from '../blobs/disk-room.ts'
import type { Config } from '../config.ts'
import type { Room } from '../core/ports.ts'

interface Rooms {
  readonly blobs: Room
  readonly database: Room
}

/** The room on the disks of blobs and database, one and the same when they share a disk; `makeRoom` clears away blobs. */
export async function openRooms(
  { data, databaseFile, reserveBytes }: Config,
  makeRoom: () => Promise<boolean>,
): Promise<Rooms> {
  const options = { reserveBytes, logFile: `${databaseFile}-wal` }
  const folder = dirname(databaseFile)
  const blobs = diskRoom(data, { ...options, makeRoom })
  return { blobs, database: (await isOneDisk(data, folder)) ? blobs : diskRoom(folder, options) }
}

async function isOneDisk(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other)])
  return first.dev === second.dev
}

import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { diskRoom } from '../blobs/disk-room.ts'
import { filesystemBlobStore } from '../blobs/filesystem-blob-store.ts'
import { routedBlobStore } from '../blobs/routed-blob-store.ts'
import { withinRoom } from '../blobs/within-room.ts'
import { UserError } from '../lib/user-error.ts'
import type { BlobStore, Clock, Room } from '../core/ports.ts'
import type { Config } from '../config.ts'

/** The folders of all blobs as one store: `room` is that of the data folder, other storage classes may lie on other disks. Throws UserError. */
export async function openBlobs(
  { data, storage, reserveBytes, databaseFile }: Config,
  { room, clock }: { readonly room: Room; readonly clock: Clock },
): Promise<BlobStore> {
  const folder = join(data, 'storage')
  const standard = withinRoom(filesystemBlobStore(folder, { clock }), room)
  const others = Object.entries(storage)
  if (others.length === 0) return standard
  await mkdir(folder, { recursive: true })
  refuseShared([await realpath(folder), ...(await Promise.all(others.map(realFolder)))])
  const options = { reserveBytes, logFile: `${databaseFile}-wal` }
  const byClass = others.map(([name, path]) => {
    const store = withinRoom(filesystemBlobStore(path, { clock }), diskRoom(path, options))
    return [name.toUpperCase(), store] as const
  })
  return routedBlobStore(standard, new Map(byClass))
}

/** A folder that is not there is more likely a disk that is missing than one to begin with. */
async function realFolder([name, path]: readonly [string, string]): Promise<string> {
  return realpath(path).catch((cause: unknown) => {
    throw new UserError(
      `SEAU_STORAGE_${name.toUpperCase()} is ${path}, which is not there: make the folder, or mount its disk.`,
      { cause },
    )
  })
}

/** What a store does not know it takes for left over, so no two may be in one folder. */
function refuseShared(folders: readonly string[]): void {
  if (new Set(folders).size < folders.length)
    throw new UserError(
      'Each storage class (SEAU_STORAGE_…) needs a folder of its own, apart from DATA/storage.',
    )
}

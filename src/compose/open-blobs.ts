import { join } from 'node:path'
import { diskRoom } from '../blobs/disk-room.ts'
import { filesystemBlobStore } from '../blobs/filesystem-blob-store.ts'
import { routedBlobStore } from '../blobs/routed-blob-store.ts'
import { withinRoom } from '../blobs/within-room.ts'
import type { BlobStore, Clock, Room } from '../core/ports.ts'
import type { Config } from '../config.ts'

/** The folders of all blobs as one store: `room` is that of the data folder, other storage classes may lie on other disks. */
export function openBlobs(
  { data, storage, reserveBytes, databaseFile }: Config,
  { room, clock }: { readonly room: Room; readonly clock: Clock },
): BlobStore {
  const standard = withinRoom(filesystemBlobStore(join(data, 'storage'), { clock }), room)
  const folders = Object.entries(storage)
  if (folders.length === 0) return standard
  const options = { reserveBytes, logFile: `${databaseFile}-wal` }
  const byClass = folders.map(([name, folder]) => {
    const store = withinRoom(filesystemBlobStore(folder, { clock }), diskRoom(folder, options))
    return [name.toUpperCase(), store] as const
  })
  return routedBlobStore(standard, new Map(byClass))
}

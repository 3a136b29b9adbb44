import { constants } from 'node:fs'
import { copyFile, link as linkFile, opendir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { S3Error } from '../core/errors.ts'
import { BlobMissing, type BlobPlace, type BlobStore, type Clock } from '../core/ports.ts'
import { hasSystemCode } from '../lib/system-error.ts'
import { timeOfUuid, timeOrderedUuid } from '../lib/time-ordered-uuid.ts'
import { untilAborted } from '../lib/until-aborted.ts'
import { blobId, checkBlobId, isBlobId, uuidOfBlob } from './blob-id.ts'
import { alignedBlocks } from './aligned-blocks.ts'
import { chunkWriter, type ChunkWriter } from './chunk-writer.ts'
import { directWriter } from './direct-writer.ts'
import { directories } from './directories.ts'
import { openFile, syncData, withFile } from './file-calls.ts'
import { openSlice, readSlice } from './open-slice.ts'

/** Shares the blocks where the file system can. */
const copyMode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE

/** Smaller files are worth keeping in the page cache for whoever reads them next. */
const directBytes = 1 << 20

interface FilesystemOptions {
  readonly clock: Clock
  /** Makes a hard link; another one in tests. */
  readonly link?: (existing: string, path: string) => Promise<void>
}

/** Blobs as files below `root`, one folder per bucket, for a file system that one or many processes share. */
export function filesystemBlobStore(root: string, { clock, link = linkFile }: FilesystemOptions): BlobStore {
  const base = resolve(root)
  const folders = directories(base)
  const blocks = alignedBlocks()
  const pathOf = (id: string) => join(base, checkBlobId(id))

  /** Runs `store` for a new blob's path; makes the entry durable, or removes what is there when anything fails. */
  const storeAt = async (place: BlobPlace, store: (path: string) => Promise<number>) => {
    const id = blobId(place, timeOrderedUuid(clock.now()))
    const path = pathOf(id)
    try {
      const size = await store(path)
      await folders.sync(dirname(path))
      return { id, size }
    } catch (error) {
      // What can't even be removed is collected by the sweep; the first failure tells more.
      await rm(path, { force: true }).catch(() => undefined)
      throw fullDiskAs507(error)
    }
  }

  const linkFileTo = (source: string, path: string) => folders.within(dirname(path), () => link(source, path))

  const copyFileTo = async (source: string, path: string) => {
    await folders.within(dirname(path), () => copyFile(source, path, copyMode))
    await withFile(await openFile(path, 'r+'), syncData)
  }

  return {
    async write(body, place, { signal, size } = {}) {
      signal?.throwIfAborted()
      return storeAt(place, async (path) => {
        const file = await folders.within(dirname(path), () => openFile(path, 'wx'))
        return withFile(file, async () => {
          const isLarge = size === undefined || size >= directBytes
          const direct = isLarge ? await directWriter(path, file, blocks) : undefined
          const writer = direct ?? chunkWriter(file)
          return writeAll(writer, signal ? untilAborted(body, signal) : body)
        })
      })
    },

    async copy(id, place) {
      const source = pathOf(id)
      return storeAt(place, async (path) => {
        const { size } = await stat(source).catch(missingAs(id))
        await linkFileTo(source, path)
          .catch((error: unknown) => {
            if (cannotLink(error)) return copyFileTo(source, path)
            throw error
          })
          .catch(missingAs(id))
        return size
      })
    },

    async read(id, slice) {
      return openSlice(pathOf(id), id, slice).catch(missingAs(id))
    },

    async readBytes(id, slice) {
      return readSlice(pathOf(id), id, slice).catch(missingAs(id))
    },

    async remove(id) {
      await rm(pathOf(id), { force: true })
    },

    async size(id) {
      try {
        return (await stat(pathOf(id))).size
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },

    async storedAt(id) {
      try {
        // A hard link keeps the time of what it was made from; its name tells its own.
        const { mtimeMs } = await stat(pathOf(id))
        return Math.max(mtimeMs, timeOfUuid(uuidOfBlob(id)))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },

    ids: () => filesBelow(base, ''),
  }
}

async function writeAll(writer: ChunkWriter, body: AsyncIterable<Buffer>): Promise<number> {
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      await writer.add(chunk)
    }
    await writer.finish()
    return size
  } finally {
    await writer.idle()
  }
}

/** In no particular order; folders that go meanwhile are passed over, as is what is not a blob. */
async function* filesBelow(base: string, folder: string): AsyncGenerator<string> {
  const entries = await opendir(join(base, folder)).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for await (const entry of entries) {
    const id = folder + entry.name
    if (entry.isDirectory()) yield* filesBelow(base, `${id}/`)
    else if (isBlobId(id)) yield id
  }
}

const isMissing = (error: unknown) => hasSystemCode(error, 'ENOENT', 'ENOTDIR')

/** Too many links to one file, another file system, or one without links. */
const cannotLink = (error: unknown) =>
  hasSystemCode(error, 'EMLINK', 'EXDEV', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')

const missingAs = (id: string) => (error: unknown) => {
  throw isMissing(error) ? new BlobMissing(id) : error
}

const fullDiskAs507 = (error: unknown) =>
  hasSystemCode(error, 'ENOSPC', 'EDQUOT') ? new S3Error('InsufficientStorage', { cause: error }) : error

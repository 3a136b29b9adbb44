import { constants, createReadStream } from 'node:fs'
import { copyFile, link as linkFile, opendir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { S3Error } from '../core/errors.ts'
import { BlobMissing, type BlobPlace, type BlobStore, type ByteSlice, type Clock } from '../core/ports.ts'
import { hasSystemCode } from '../lib/system-error.ts'
import { timeOrderedUuid } from '../lib/time-ordered-uuid.ts'
import { untilAborted } from '../lib/until-aborted.ts'
import { blobId, checkBlobId, isBlobId } from './blob-id.ts'
import { sliceLength, sliceOf } from './byte-slice.ts'
import { chunkWriter } from './chunk-writer.ts'
import { directories } from './directories.ts'
import { closeFile, openFile, readFile, statFile, syncData, withFile } from './file-calls.ts'

/** What `read` asks of the disk at a time. */
const readBytes = 256 * 1024

interface FilesystemOptions {
  readonly clock: Clock
  /** Makes a hard link; another one in tests. */
  readonly link?: (existing: string, path: string) => Promise<void>
}

/** Blobs as files below `root`, one folder per bucket, for a file system that one or many processes share. */
export function filesystemBlobStore(root: string, { clock, link = linkFile }: FilesystemOptions): BlobStore {
  const base = resolve(root)
  const folders = directories(base)
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
      await rm(path, { force: true })
      throw fullDiskAs507(error)
    }
  }

  const copyBytes = async (source: string, path: string) => {
    const mode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE
    await folders.within(dirname(path), () => copyFile(source, path, mode))
    await withFile(await openFile(path, 'r+'), syncData)
  }

  return {
    async write(body, place, signal) {
      signal?.throwIfAborted()
      return storeAt(place, async (path) => {
        const file = await folders.within(dirname(path), () => openFile(path, 'wx'))
        return withFile(file, () => writeAll(file, signal ? untilAborted(body, signal) : body))
      })
    },

    async copy(id, place) {
      const source = pathOf(id)
      return storeAt(place, async (path) => {
        const { size } = await stat(source).catch(missingAs(id))
        await folders
          .within(dirname(path), () => link(source, path))
          .catch(async (error: unknown) => {
            if (!cannotLink(error)) throw error
            await copyBytes(source, path)
          })
          .catch(missingAs(id))
        return size
      })
    },

    async read(id, slice) {
      const file = await openFile(pathOf(id), 'r').catch(missingAs(id))
      try {
        return await streamOf(file, id, slice)
      } catch (error) {
        await closeFile(file)
        throw error
      }
    },

    remove: (id) => rm(pathOf(id), { force: true }),

    async size(id) {
      try {
        return (await stat(pathOf(id))).size
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },

    ids: () => filesBelow(base, ''),
  }
}

async function writeAll(file: number, body: AsyncIterable<Buffer>): Promise<number> {
  const writer = chunkWriter(file)
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

async function streamOf(file: number, id: string, slice: ByteSlice | undefined): Promise<Readable> {
  const { size } = await statFile(file)
  const wanted = sliceOf(id, size, slice)
  if (sliceLength(wanted) > readBytes) {
    return createReadStream('', { fd: file, ...wanted, highWaterMark: readBytes })
  }
  const bytes = await readFully(file, wanted)
  await closeFile(file)
  return Readable.from(bytes.length > 0 ? [bytes] : [])
}

async function readFully(file: number, { start, end }: ByteSlice): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(end - start + 1)
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await readFile(file, bytes, filled, bytes.length - filled, start + filled)
    if (bytesRead === 0) throw new Error('A blob became shorter while it was read.')
    filled += bytesRead
  }
  return bytes
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

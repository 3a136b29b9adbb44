import { Readable } from 'node:stream'
import { BlobMissing, type BlobPlace, type BlobStore, type Clock } from '../core/ports.ts'
import { timeOfUuid, timeOrderedUuid } from '../lib/time-ordered-uuid.ts'
import { untilAborted } from '../lib/until-aborted.ts'
import { blobId, checkBlobId, uuidOfBlob } from './blob-id.ts'
import { sliceOf } from './byte-slice.ts'

/** Blobs in memory, for tests. */
export function memoryBlobStore({ clock }: { readonly clock: Clock }): BlobStore {
  const blobs = new Map<string, Buffer>()
  const store = (bytes: Buffer, place: BlobPlace) => {
    const id = blobId(place, timeOrderedUuid(clock.now()))
    blobs.set(id, bytes)
    return { id, size: bytes.length }
  }
  const get = (id: string) => {
    const bytes = blobs.get(checkBlobId(id))
    if (!bytes) throw new BlobMissing(id)
    return bytes
  }
  return {
    async write(body, place, { signal } = {}) {
      signal?.throwIfAborted()
      const chunks: Buffer[] = []
      for await (const chunk of signal ? untilAborted(body, signal) : body) chunks.push(chunk)
      return store(Buffer.concat(chunks), place)
    },
    copy: (id, place) => settle(() => store(get(id), place)),
    read: (id, slice) =>
      settle(() => {
        const bytes = get(id)
        const { start, end } = sliceOf(id, bytes.length, slice)
        return Readable.from(start <= end ? [bytes.subarray(start, end + 1)] : [])
      }),
    readBytes: (id, slice) =>
      settle(() => {
        const bytes = get(id)
        const { start, end } = sliceOf(id, bytes.length, slice)
        return bytes.subarray(start, end + 1)
      }),
    remove: (id) => settle(() => void blobs.delete(checkBlobId(id))),
    size: (id) => settle(() => blobs.get(checkBlobId(id))?.length),
    storedAt: (id) => settle(() => (blobs.has(checkBlobId(id)) ? timeOfUuid(uuidOfBlob(id)) : undefined)),
    ids: () => Readable.from(blobs.keys()),
  }
}

/** Makes what `work` throws a rejection. */
const settle = <T>(work: () => T): Promise<T> => Promise.resolve().then(work)

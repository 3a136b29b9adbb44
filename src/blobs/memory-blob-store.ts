import { Readable } from 'node:stream'
import { BlobMissing, type BlobPlace, type BlobStore, type Clock } from '../core/ports.ts'
import { timeOrderedUuid } from '../lib/time-ordered-uuid.ts'
import { untilAborted } from '../lib/until-aborted.ts'
import { blobId, checkBlobId } from './blob-id.ts'
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
    async write(body, place, signal) {
      signal?.throwIfAborted()
      const chunks: Buffer[] = []
      for await (const chunk of signal ? untilAborted(body, signal) : body) chunks.push(chunk)
      return store(Buffer.concat(chunks), place)
    },
    copy: async (id, place) => store(get(id), place),
    async read(id, slice) {
      const bytes = get(id)
      const { start, end } = sliceOf(id, bytes.length, slice)
      return Readable.from(start <= end ? [bytes.subarray(start, end + 1)] : [])
    },
    async remove(id) {
      blobs.delete(checkBlobId(id))
    },
    size: async (id) => blobs.get(checkBlobId(id))?.length,
    async *ids() {
      yield* blobs.keys()
    },
  }
}

import { Readable } from 'node:stream'
import { openBytes, openStream, sealedSlice } from '../../lib/sealed-packages.ts'
import { checkCustomerKey, openDataKey, type ReadAccess } from './data-key.ts'
import { partKey } from './new-encryption.ts'
import type { BlobStore, ByteSlice } from '../ports.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

/** A blob that a row names; sizes and slices are those of its plain bytes. */
export interface NamedContent {
  readonly blobId: string
  readonly size: number
  /** Of a part of an encrypted object; see `partKey`. */
  readonly salt?: string | undefined
}

/** Reads what an object's row names, whatever its bytes look like at rest. */
export interface ContentReader {
  /** Bytes that the row itself holds. */
  inline(data: Buffer, size: number, slice: ByteSlice | undefined): Buffer
  read(content: NamedContent, slice: ByteSlice): Promise<Readable>
  /** A slice that fits in memory. */
  readBytes(content: NamedContent, slice: ByteSlice): Promise<Buffer>
}

/** Opens the encryption of a version for a caller; nothing to do for most. Throws what `openDataKey` throws. */
export function contentReader(
  parts: Pick<Parts, 'blobs' | 'metadata' | 'serverKey'>,
  { bucketId, key, attributes: { encryption } }: Pick<ObjectVersion, 'bucketId' | 'key' | 'attributes'>,
  access: ReadAccess,
): ContentReader | Promise<ContentReader> {
  if (!encryption) {
    checkCustomerKey(encryption, access.customerKey)
    return plainReader(parts.blobs)
  }
  return openDataKey(parts, { bucketId, key, encryption }, access).then((dataKey) =>
    sealedReader(parts.blobs, dataKey),
  )
}

/** Throws what reading would throw for want of the customer's key; a key of the key ring is not asked for. */
export async function checkReadable(
  parts: Pick<Parts, 'metadata' | 'serverKey'>,
  { bucketId, key, attributes: { encryption } }: Pick<ObjectVersion, 'bucketId' | 'key' | 'attributes'>,
  access: ReadAccess,
): Promise<void> {
  checkCustomerKey(encryption, access.customerKey)
  if (encryption?.form === 'customer') await openDataKey(parts, { bucketId, key, encryption }, access)
}

/** For bytes that are stored as they are. */
export const plainReader = (blobs: BlobStore): ContentReader => ({
  inline: (data, _size, slice) => (slice ? data.subarray(slice.start, slice.end + 1) : data),
  read: ({ blobId }, slice) => blobs.read(blobId, slice),
  readBytes: ({ blobId }, slice) => blobs.readBytes(blobId, slice),
})

/** For bytes whose data key is known. */
export function sealedReader(blobs: BlobStore, dataKey: Buffer): ContentReader {
  const keyOf = ({ salt }: NamedContent) => (salt === undefined ? dataKey : partKey(dataKey, salt))
  return {
    inline: (data, size, slice) => {
      const wanted = { size, slice: slice ?? { start: 0, end: size - 1 } }
      const { start, end } = sealedSlice(wanted)
      return openBytes(dataKey, data.subarray(start, end + 1), wanted)
    },
    async read(content, slice) {
      const wanted = { size: content.size, slice }
      const sealed = await blobs.read(content.blobId, sealedSlice(wanted))
      return readableOf(sealed, openStream(keyOf(content), sealed, wanted))
    },
    async readBytes(content, slice) {
      const wanted = { size: content.size, slice }
      return openBytes(keyOf(content), await blobs.readBytes(content.blobId, sealedSlice(wanted)), wanted)
    },
  }
}

/** A stream of chunks that are made from another one, which ends with it. */
function readableOf(source: Readable, chunks: AsyncIterable<Buffer>): Readable {
  const body = Readable.from(chunks, { objectMode: false, highWaterMark: 1 << 18 })
  // A generator that was never started does not run its clean-up.
  return body.once('close', () => source.destroy())
}

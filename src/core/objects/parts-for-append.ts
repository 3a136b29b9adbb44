import { BlobMissing } from '../ports.ts'
import { S3Error } from '../errors.ts'
import { placeOf } from './blob-place.ts'
import { partsOf } from './parts-of.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { ObjectPart, ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

/** An object as the parts behind which another one comes. */
export interface PartsForAppend {
  readonly parts: readonly ObjectPart[]
  /** Removes what was stored to make parts of it. */
  discard(): Promise<void>
}

const maxParts = 10_000

/** An object that was put whole is its own first part, whose bytes must be in a blob. Throws TooManyParts, BlobMissing. */
export async function partsForAppend(
  parts: Parts,
  bucket: Bucket,
  current: ObjectVersion,
): Promise<PartsForAppend> {
  const { content } = current
  if (content.kind === 'parts') {
    const all = await partsOf(parts, current)
    if ((all.at(-1)?.partNumber ?? 0) >= maxParts) throw new S3Error('TooManyParts')
    return { parts: all, discard: () => Promise.resolve() }
  }
  const { size, etag, attributes } = current
  const first = { partNumber: 1, size, etag, checksum: attributes.checksum?.value }
  if (content.kind === 'blob')
    return { parts: [{ ...first, blobId: content.blobId }], discard: () => Promise.resolve() }
  const blobId = await moveOut(parts, bucket, current, content.data)
  return { parts: [{ ...first, blobId }], discard: () => parts.blobs.remove(blobId) }
}

/** Stores inline bytes, as they are at rest, as a blob. */
async function moveOut(
  { blobs }: Parts,
  bucket: Bucket,
  { key, sequence, storageClass, attributes: { contentType } }: ObjectVersion,
  data: Buffer | undefined,
): Promise<string> {
  if (!data) throw new BlobMissing(`inline/${String(sequence)}`)
  const body = async function* () {
    yield await Promise.resolve(data)
  }
  return (await blobs.write(body(), placeOf(bucket, { key, contentType, storageClass }))).id
}

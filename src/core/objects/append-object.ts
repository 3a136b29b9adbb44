import { announce, pendingReplication } from '../events/announcement.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { rulesFor } from '../buckets/rules-for.ts'
import { openDataKey } from '../encryption/data-key.ts'
import { saltedSeal, type SaltedSeal } from '../encryption/new-encryption.ts'
import { S3Error } from '../errors.ts'
import { expiryOf } from '../lifecycle/announced.ts'
import { mostObjectBytes, refusePut } from '../usage/refuse-early.ts'
import { appendedChecksum, appendedBody } from './appended-checksum.ts'
import { checkAppendable, customerKeyIn } from './check-appendable.ts'
import { partsForAppend, type PartsForAppend } from './parts-for-append.ts'
import { partsEtag } from './parts-etag.ts'
import { placeOf } from './blob-place.ts'
import { maxSinglePutBytes, putObject, type PutOptions, type PutResult } from './put-object.ts'
import { receive } from './receive.ts'
import { rereadOnce } from './reread.ts'
import { accepted } from './write-refusal.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { ObjectPart, ObjectVersion } from './object-version.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'
import type { UploadBody } from '../ports.ts'

export interface AppendOptions extends PutOptions {
  /** Where the bytes begin: the size of what is there. */
  readonly offset: number
}

interface Appending {
  readonly caller: Caller
  readonly bucket: Bucket
  readonly current: ObjectVersion
  readonly options: AppendOptions
}

/**
 * Adds bytes to the end of an object as a part of it, or makes one where there is none; what else is known of it stays. Throws InvalidWriteOffset,
 * InvalidBucketState in a bucket with versions, what checkAppendable throws, and ConditionalRequestConflict when the object is replaced meanwhile.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-objects-append.html
 */
export const appendObject =
  (parts: Parts) =>
  async (caller: Caller, object: ObjectRef, body: UploadBody, options: AppendOptions): Promise<PutResult> => {
    const bucket = await getBucket(parts, caller, object.bucket)
    if (bucket.versioning !== 'off') throw new S3Error('InvalidBucketState')
    const { offset } = options
    const find = async () => {
      const current = await parts.metadata.findObject(bucket.id, object.key, { withData: true })
      if ((current?.size ?? 0) !== offset) throw new S3Error('InvalidWriteOffset')
      if (!current) return undefined
      checkAppendable(parts, current, options)
      return { current, before: await partsForAppend(parts, bucket, current) }
    }
    const found = await rereadOnce(find)
    if (!found) {
      const extension = { sequence: undefined, offset }
      return putObject(parts)(caller, object, body, { ...options, extension })
    }
    const { current, before } = found
    const size = body.size === undefined ? undefined : offset + body.size
    try {
      await refusePut(parts, bucket, { key: object.key, size })
      return await append(parts, { caller, bucket, current, options }, before, body)
    } catch (error) {
      await before.discard()
      throw error
    }
  }

async function append(
  parts: Parts,
  appending: Appending,
  before: PartsForAppend,
  body: UploadBody,
): Promise<PutResult> {
  const { blobs } = parts
  const part = await receivePart(parts, appending, before, body)
  try {
    return await store(parts, appending, [...before.parts, part])
  } catch (error) {
    await blobs.remove(part.blobId)
    throw error
  }
}

async function receivePart(
  parts: Parts,
  { caller, bucket, current, options }: Appending,
  { parts: before }: PartsForAppend,
  body: UploadBody,
): Promise<ObjectPart> {
  const { key, size: offset, storageClass, attributes } = current
  const { encryption, contentType, checksum } = attributes
  const access = { caller, customerKey: customerKeyIn(options) }
  const sealed: SaltedSeal | undefined =
    encryption &&
    saltedSeal(encryption, await openDataKey(parts, { bucketId: bucket.id, key, encryption }, access))
  const { maxBytes = Infinity } = rulesFor(bucket) ?? {}
  const received = await receive(parts, appendedBody(body, checksum), {
    place: placeOf(bucket, { key, contentType, storageClass }),
    inlineBytes: -1,
    maxBytes: Math.min(maxSinglePutBytes, Math.min(mostObjectBytes(parts, bucket), maxBytes) - offset),
    signal: options.signal,
    seal: sealed?.seal,
  })
  const { content, size, etag } = received
  if (content.kind !== 'blob') throw new Error('A part was kept inline.')
  const { blobId } = content
  if (size === 0) {
    await parts.blobs.remove(blobId)
    throw new S3Error('InvalidRequest', {
      message: "Request body cannot be empty when 'write offset' is specified.",
    })
  }
  const partNumber = (before.at(-1)?.partNumber ?? 0) + 1
  return { partNumber, size, etag, blobId, checksum: received.checksum?.value, salt: sealed?.salt }
}

async function store(
  { metadata, clock, settings }: Parts,
  { caller, bucket, current, options }: Appending,
  objectParts: readonly ObjectPart[],
): Promise<PutResult> {
  const { bucketId, key, sequence, size: offset, ownerId, storageClass } = current
  const { replication: _replication, checksum: _checksum, ...kept } = current.attributes
  const checksum = appendedChecksum(current, objectParts)
  const size = objectParts.reduce((sum, part) => sum + part.size, 0)
  const etag = partsEtag(objectParts)
  const now = clock.now()
  const names = { stored: 'ObjectCreated:Put' } as const
  const announcement = announce(bucket, { caller, key, tags: kept.tags, names })
  const answer = await metadata.write({
    kind: 'put',
    bucketId,
    key,
    size,
    etag,
    ownerId,
    storageClass,
    attributes: { ...kept, ...(checksum && { checksum }), ...pendingReplication(announcement) },
    content: { kind: 'parts', parts: objectParts },
    extends: { sequence, offset },
    ...(options.conditions && { conditions: options.conditions }),
    announcement,
    now,
    trashAfter: now + settings.trashMs,
  })
  const { versionId, lastModified } = accepted('stored', answer, { bucket: bucket.name, key })
  const { encryption } = kept
  const expiry = expiryOf(bucket, { key, size, lastModified, attributes: kept })
  return { etag, size, versionId, lastModified, checksum, encryption, expiry }
}

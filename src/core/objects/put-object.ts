import { getBucket } from '../buckets/get-bucket.ts'
import { newObjectAcl } from '../policy/new-object-acl.ts'
import { ownerOf } from '../policy/owner.ts'
import { placeOf } from './blob-place.ts'
import { refusedBy } from './evaluate-writes.ts'
import { accepted } from './write-refusal.ts'
import { receive, type Received } from './receive.ts'
import type { Acl } from '../policy/acl.ts'
import type { AclRequest } from '../policy/requested-acl.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { ObjectAttributes } from './object-version.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'
import type { LazySignal, UploadBody } from '../ports.ts'
import type { WriteConditions } from './object-write.ts'

export interface PutOptions {
  readonly attributes: ObjectAttributes
  readonly storageClass: string
  readonly acl: AclRequest
  readonly conditions?: WriteConditions | undefined
  readonly signal: LazySignal
}

export interface PutResult {
  readonly etag: string
  readonly size: number
  readonly versionId: string
  readonly lastModified: number
  readonly checksum: ObjectAttributes['checksum']
}

/** The most that one request may carry; larger objects take a multipart upload. */
export const maxSinglePutBytes = 5 * 1024 ** 3

/** Stores an object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject =
  (parts: Parts) =>
  async (caller: Caller, object: ObjectRef, body: UploadBody, options: PutOptions): Promise<PutResult> => {
    const bucket = await getBucket(parts, caller, object.bucket)
    const ownerId = await ownerOf(parts, caller, bucket)
    const acl = await newObjectAcl(parts, bucket, ownerId, options.acl)
    await refuseEarly(parts, bucket, object, options.conditions)
    const { inlineBytes, maxObjectBytes } = parts.settings
    const received = await receive(parts, body, {
      place: placeOf(bucket, object.key, options.attributes.contentType),
      inlineBytes,
      maxBytes: Math.min(maxSinglePutBytes, maxObjectBytes),
      signal: options.signal,
    })
    return storeReceived(parts, { ownerId, acl, bucket, object, received, options })
  }

/** Before the body is read, so that a client that waits for `100 Continue` is spared sending it; decided for good at the commit. */
async function refuseEarly(
  { metadata }: Parts,
  bucket: Bucket,
  object: ObjectRef,
  conditions: WriteConditions | undefined,
) {
  if (!conditions) return
  const refusal = refusedBy(conditions, await metadata.findObject(bucket.id, object.key, { withData: false }))
  if (refusal) accepted('stored', refusal, object)
}

interface Storing {
  readonly ownerId: string
  readonly acl: Acl | undefined
  readonly bucket: Bucket
  readonly object: ObjectRef
  readonly received: Received
  readonly options: PutOptions
}

async function storeReceived(
  parts: Parts,
  { ownerId, acl, bucket, object, received, options }: Storing,
): Promise<PutResult> {
  const { metadata, blobs, clock, settings } = parts
  const { content, size, etag } = received
  const checksum = received.checksum && { ...received.checksum, type: 'FULL_OBJECT' as const }
  const now = clock.now()
  const answer = await metadata.write({
    kind: 'put',
    bucketId: bucket.id,
    key: object.key,
    size,
    etag,
    ownerId,
    storageClass: options.storageClass,
    attributes: { ...options.attributes, ...(acl && { acl }), ...(checksum && { checksum }) },
    content,
    ...(options.conditions && { conditions: options.conditions }),
    now,
    trashAfter: now + settings.trashMs,
  })
  if (answer.kind === 'refused' && content.kind === 'blob') await blobs.remove(content.blobId)
  const { versionId, lastModified } = accepted('stored', answer, object)
  return { etag, size, versionId, lastModified, checksum }
}

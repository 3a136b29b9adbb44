import { getBucket } from '../buckets/get-bucket.ts'
import { checkNewLock, lockOfNew } from '../buckets/object-lock-configuration.ts'
import { announce, pendingReplication } from '../events/announcement.ts'
import { newEncryption } from '../encryption/new-encryption.ts'
import { newObjectRights } from '../policy/new-object.ts'
import { mostObjectBytes, refusePut } from '../usage/refuse-early.ts'
import { acceptUpload } from './accept-upload.ts'
import { placeOf } from './blob-place.ts'
import { refusedBy } from './write-conditions.ts'
import { accepted } from './write-refusal.ts'
import { receive, type Received } from './receive.ts'
import { expiryOf, type Announced } from '../lifecycle/announced.ts'
import type { Acl } from '../policy/acl.ts'
import type { AclRequest } from '../policy/requested-acl.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { UploadOrigin } from '../buckets/rules-for.ts'
import type { EventName } from '../events/event-name.ts'
import type { Encryption, EncryptionRequest } from '../encryption/encryption.ts'
import type { ObjectAttributes } from './object-version.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'
import type { LazySignal, UploadBody } from '../ports.ts'
import type { Extension, WriteConditions } from './object-write.ts'

export interface PutOptions extends UploadOrigin {
  readonly attributes: ObjectAttributes
  readonly storageClass: string
  readonly acl: AclRequest
  readonly conditions?: WriteConditions | undefined
  readonly encryption?: EncryptionRequest | undefined
  /** What it is told as; `ObjectCreated:Put` unless told otherwise. */
  readonly event?: EventName
  /** See `appendObject`. */
  readonly extension?: Extension
  readonly signal: LazySignal
}

export interface PutResult {
  readonly etag: string
  readonly size: number
  /** Undefined unless the bucket keeps versions at the moment. */
  readonly versionId: string | undefined
  readonly lastModified: number
  readonly checksum: ObjectAttributes['checksum']
  /** Of what was stored, which may be a picture in another format than the one sent. */
  readonly contentType?: string | undefined
  readonly encryption: Encryption | undefined
  /** When it expires by the bucket's lifecycle. */
  readonly expiry: Announced | undefined
}

/** The most that one request may carry; larger objects take a multipart upload. */
export const maxSinglePutBytes = 5 * 1024 ** 3

/** Stores an object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject =
  (parts: Parts) =>
  async (caller: Caller, object: ObjectRef, sent: UploadBody, asked: PutOptions): Promise<PutResult> => {
    const bucket = await getBucket(parts, caller, object.bucket)
    const { key } = object
    checkNewLock(bucket, asked.attributes.lock, parts.clock.now())
    const { ownerId, acl } = await newObjectRights(parts, caller, bucket, { key, ...asked })
    await refuseEarly(parts, bucket, object, asked.conditions)
    await refusePut(parts, bucket, { key, size: sent.size })
    const { body, maxBytes, attributes } = await acceptUpload(parts, bucket, { key, body: sent, ...asked })
    const options = { ...asked, attributes }
    const encrypted = await newEncryption(parts, { caller, bucket, key: object.key }, options.encryption)
    const { inlineBytes } = parts.settings
    const received = await receive(parts, body, {
      place: placeOf(bucket, {
        key,
        contentType: attributes.contentType,
        storageClass: options.storageClass,
      }),
      inlineBytes,
      maxBytes: Math.min(maxSinglePutBytes, mostObjectBytes(parts, bucket), maxBytes),
      signal: options.signal,
      seal: encrypted?.seal,
    })
    const { encryption } = encrypted ?? {}
    return storeReceived(parts, { caller, ownerId, acl, encryption, bucket, object, received, options })
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
  readonly caller: Caller
  readonly ownerId: string
  readonly acl: Acl | undefined
  readonly encryption: Encryption | undefined
  readonly bucket: Bucket
  readonly object: ObjectRef
  readonly received: Received
  readonly options: PutOptions
}

async function storeReceived(
  parts: Parts,
  { caller, ownerId, acl, encryption, bucket, object, received, options }: Storing,
): Promise<PutResult> {
  const { metadata, blobs, clock, settings } = parts
  const { content, size, etag } = received
  const checksum = received.checksum && { type: 'FULL_OBJECT' as const, ...received.checksum }
  const now = clock.now()
  const announcement = announce(bucket, {
    caller,
    key: object.key,
    tags: options.attributes.tags,
    names: { stored: options.event ?? 'ObjectCreated:Put' },
  })
  const answer = await metadata.write({
    kind: 'put',
    bucketId: bucket.id,
    key: object.key,
    size,
    etag,
    ownerId,
    storageClass: options.storageClass,
    attributes: {
      ...options.attributes,
      ...lockOfNew(bucket, options.attributes.lock, now),
      ...(acl && { acl }),
      ...(checksum && { checksum }),
      ...(encryption && { encryption }),
      ...pendingReplication(announcement),
    },
    content,
    ...(options.conditions && { conditions: options.conditions }),
    ...(options.extension && { extends: options.extension }),
    announcement,
    now,
    trashAfter: now + settings.trashMs,
  })
  if (answer.kind === 'refused' && content.kind === 'blob') await blobs.remove(content.blobId)
  const { versionId, lastModified } = accepted('stored', answer, object)
  const { key } = object
  const expiry = expiryOf(bucket, { key, size, lastModified, attributes: options.attributes })
  const { contentType } = options.attributes
  return { etag, size, versionId, lastModified, checksum, contentType, encryption, expiry }
}

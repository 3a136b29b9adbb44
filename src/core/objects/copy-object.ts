import { copyAnnotations, discardAnnotations } from '../annotations/copy-annotations.ts'
import { announce, pendingReplication } from '../events/announcement.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { checkNewLock, lockOfNew } from '../buckets/object-lock-configuration.ts'
import { requireAllowed } from '../policy/authorise.ts'
import { newObjectRights } from '../policy/new-object.ts'
import { S3Error } from '../errors.ts'
import { checkRestored } from './archive.ts'
import { checkStored } from './check-stored.ts'
import { placeOf } from './blob-place.ts'
import { checkCopySourceConditions, type ReadConditions } from './read-conditions.ts'
import { copyContent } from './copy-content.ts'
import { discardContent } from './duplicate-content.ts'
import { getVersion, type LocatedVersion } from './get-version.ts'
import { maxSinglePutBytes, type PutResult } from './put-object.ts'
import { rereadOnce } from './reread.ts'
import { accepted } from './write-refusal.ts'
import { expiryOf } from '../lifecycle/announced.ts'
import type { AclRequest } from '../policy/requested-acl.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { EncryptionRequest } from '../encryption/encryption.ts'
import type { LazySignal } from '../ports.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import { shownVersionId } from './shown-version-id.ts'
import type { ObjectAttributes, ObjectVersion } from './object-version.ts'
import { actionOn, type ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'
import type { WriteConditions } from './object-write.ts'

export interface CopyOptions {
  readonly source: ObjectRef
  readonly sourceConditions?: ReadConditions | undefined
  /** Replaces all of the source's headers and user metadata when given. */
  readonly replaceMetadata?: ObjectAttributes | undefined
  readonly replaceTags?: ObjectAttributes['tags']
  /** Whether the source's annotations stay behind. */
  readonly excludesAnnotations?: boolean | undefined
  /** Of the copy: the source's is never taken over. */
  readonly lock?: ObjectAttributes['lock']
  readonly acl: AclRequest
  readonly websiteRedirectLocation?: string | undefined
  readonly storageClass?: string | undefined
  /** The checksum that the copy shall have; the source's otherwise. */
  readonly checksumAlgorithm?: ChecksumAlgorithm | undefined
  readonly conditions?: WriteConditions | undefined
  readonly encryption?: EncryptionRequest | undefined
  /** To a source that is encrypted under one; see `parseCustomerKey`. */
  readonly sourceCustomerKey?: Buffer | undefined
  /** Whether it may be larger than S3 copies at once. */
  readonly isOfAnySize?: boolean | undefined
  readonly signal: LazySignal
}

export interface CopyResult extends PutResult {
  /** Of the version that was copied; undefined where its bucket has never been versioned. */
  readonly sourceVersionId: string | undefined
}

/** Copies an object within the store, mostly without moving large bytes. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject =
  (parts: Parts) =>
  async (caller: Caller, target: ObjectRef, options: CopyOptions): Promise<CopyResult> => {
    const bucket = await getBucket(parts, caller, target.bucket)
    const { storageClass = 'STANDARD' } = options
    checkNewLock(bucket, options.lock, parts.clock.now())
    const copy = async () => {
      const located = await getSource(parts, caller, options)
      const source = located.version
      refuseNothingNew(source, bucket, target, options)
      const attributes = attributesOf(source, options)
      const { acl: aclRequest, lock } = options
      const rights = {
        key: target.key,
        attributes: { ...attributes, ...(lock && { lock }) },
        acl: aclRequest,
      }
      const { ownerId, acl } = await newObjectRights(parts, caller, bucket, rights)
      const { contentType } = attributes
      const place = placeOf(bucket, { key: target.key, contentType, storageClass })
      const { checksumAlgorithm, encryption, signal } = options
      const access = { caller, customerKey: options.sourceCustomerKey }
      const { key } = target
      await checkStored(parts, source, { bucket, key, contentType, access })
      const wanted = { bucket, key, place, checksumAlgorithm, encryption, access, signal }
      const copied = await copyContent(parts, source, wanted)
      const annotated = { caller, bucket, key, encryption: copied.encryption }
      const annotations = await copyAnnotations(parts, { ...located, ...options }, annotated).catch(
        async (error: unknown) => {
          await discardContent(parts.blobs, copied.content)
          throw error
        },
      )
      return { located, source, ownerId, acl, attributes, annotations, ...copied }
    }
    const { located, source, ownerId, acl, attributes, annotations, ...copied } = await rereadOnce(copy)
    const { content, etag, checksum, encryption } = copied
    const now = parts.clock.now()
    const names = { stored: 'ObjectCreated:Copy' } as const
    const announcement = announce(bucket, { caller, key: target.key, tags: attributes.tags, names })
    const answer = await parts.metadata.write({
      kind: 'put',
      bucketId: bucket.id,
      key: target.key,
      size: source.size,
      etag,
      ownerId,
      storageClass,
      attributes: {
        ...attributes,
        ...lockOfNew(bucket, options.lock, now),
        ...(acl && { acl }),
        ...(checksum && { checksum }),
        ...(encryption && { encryption }),
        ...pendingReplication(announcement),
      },
      content,
      ...(annotations.length > 0 && { annotations }),
      ...(options.conditions && { conditions: options.conditions }),
      announcement,
      now,
      trashAfter: now + parts.settings.trashMs,
    })
    if (answer.kind === 'refused') {
      await discardContent(parts.blobs, content)
      await discardAnnotations(parts.blobs, annotations)
    }
    const { versionId, lastModified } = accepted('stored', answer, target)
    const sourceVersionId = shownVersionId(located.bucket, source)
    const { size } = source
    const expiry = expiryOf(bucket, { key: target.key, size, lastModified, attributes })
    return { etag, size, versionId, lastModified, checksum, encryption, expiry, sourceVersionId }
  }

async function getSource(
  parts: Parts,
  caller: Caller,
  { source: object, sourceConditions, replaceTags, isOfAnySize = false }: CopyOptions,
): Promise<LocatedVersion> {
  const located = await getVersion(parts, caller, object, { withData: true, action: 's3:GetObject' })
  if (!replaceTags && located.version.attributes.tags)
    requireAllowed(caller, actionOn(object, 's3:GetObjectTagging'), {
      ...located,
      versionId: object.versionId,
    })
  checkRestored(parts, located.version)
  if (sourceConditions) checkCopySourceConditions(sourceConditions, located.version)
  if (!isOfAnySize && located.version.size > maxSinglePutBytes) throw tooLarge(located.version)
  return located
}

function attributesOf(source: ObjectVersion, options: CopyOptions): ObjectAttributes {
  const {
    acl: _acl,
    checksum: _checksum,
    encryption: _encryption,
    lock: _lock,
    restoredUntil: _restored,
    replication: _replication,
    websiteRedirectLocation: _redirect,
    tags: sourceTags,
    ...kept
  } = source.attributes
  const tags = options.replaceTags ?? sourceTags
  const { websiteRedirectLocation } = options
  return {
    ...(options.replaceMetadata ?? kept),
    ...(tags && tags.length > 0 && { tags }),
    ...(websiteRedirectLocation !== undefined && { websiteRedirectLocation }),
  }
}

/** S3 refuses to copy an object onto itself when nothing would change; a version that is named becomes the current one again. */
function refuseNothingNew(
  source: ObjectVersion,
  bucket: Bucket,
  target: ObjectRef,
  options: CopyOptions,
): void {
  if (source.bucketId !== bucket.id || source.key !== target.key) return
  if (bucket.versioning !== 'off' && options.source.versionId !== undefined) return
  const { replaceMetadata, storageClass, websiteRedirectLocation, encryption } = options
  if (
    replaceMetadata ??
    websiteRedirectLocation ??
    encryption ??
    (storageClass !== undefined && storageClass !== source.storageClass)
  )
    return
  throw new S3Error('InvalidRequest', {
    message:
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  })
}

const tooLarge = ({ size }: ObjectVersion) =>
  new S3Error('InvalidRequest', {
    message: `The specified copy source is larger than the maximum allowable size for a copy source: ${String(maxSinglePutBytes)}`,
    detail: { ProposedSize: size },
  })

import { getBucket } from '../buckets/get-bucket.ts'
import { newObjectAcl } from '../policy/new-object-acl.ts'
import { ownerOf } from '../policy/owner.ts'
import { S3Error } from '../errors.ts'
import { placeOf } from './blob-place.ts'
import { checkCopySourceConditions, type ReadConditions } from './read-conditions.ts'
import { copyContent, discardContent } from './copy-content.ts'
import { getVersion } from './open-object.ts'
import { maxSinglePutBytes, type PutResult } from './put-object.ts'
import { reportLost } from './report-lost.ts'
import { accepted } from './write-refusal.ts'
import type { AclRequest } from '../policy/requested-acl.ts'
import type { Caller } from '../caller.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import type { ObjectAttributes, ObjectVersion } from './object-version.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'
import type { WriteConditions } from './object-write.ts'

export interface CopyOptions {
  readonly source: ObjectRef
  readonly sourceConditions?: ReadConditions | undefined
  /** Replaces all of the source's headers and user metadata when given. */
  readonly replaceMetadata?: ObjectAttributes | undefined
  readonly replaceTags?: ObjectAttributes['tags']
  readonly acl: AclRequest
  readonly websiteRedirectLocation?: string | undefined
  readonly storageClass?: string | undefined
  /** The checksum that the copy shall have; the source's otherwise. */
  readonly checksumAlgorithm?: ChecksumAlgorithm | undefined
  readonly conditions?: WriteConditions | undefined
}

/** Copies an object within the store without moving large bytes. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject =
  (parts: Parts) =>
  async (caller: Caller, target: ObjectRef, options: CopyOptions): Promise<PutResult> => {
    const bucket = await getBucket(parts, caller, target.bucket)
    const source = await getVersion(parts, caller, options.source, { withData: true, action: 's3:GetObject' })
    if (options.sourceConditions) checkCopySourceConditions(options.sourceConditions, source)
    if (source.size > maxSinglePutBytes) throw tooLarge(source)
    refuseNothingNew(source, bucket.id, target, options)
    const ownerId = await ownerOf(parts, caller, bucket)
    const acl = await newObjectAcl(parts, bucket, ownerId, options.acl)
    const attributes = attributesOf(source, options)
    const copied = await copyContent(parts, source, {
      place: placeOf(bucket, target.key, attributes.contentType),
      checksumAlgorithm: options.checksumAlgorithm,
    }).catch(reportLost)
    const now = parts.clock.now()
    const checksum = copied.checksum
    const answer = await parts.metadata.write({
      kind: 'put',
      bucketId: bucket.id,
      key: target.key,
      size: source.size,
      etag: source.etag,
      ownerId,
      storageClass: options.storageClass ?? 'STANDARD',
      attributes: { ...attributes, ...(acl && { acl }), ...(checksum && { checksum }) },
      content: copied.content,
      ...(options.conditions && { conditions: options.conditions }),
      now,
      trashAfter: now + parts.settings.trashMs,
    })
    if (answer.kind === 'refused') await discardContent(parts.blobs, copied.content)
    const { versionId, lastModified } = accepted('stored', answer, target)
    return { etag: source.etag, size: source.size, versionId, lastModified, checksum }
  }

function attributesOf(source: ObjectVersion, options: CopyOptions): ObjectAttributes {
  const {
    acl: _acl,
    checksum: _checksum,
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

/** S3 refuses to copy an object onto itself when nothing would change. */
function refuseNothingNew(
  source: ObjectVersion,
  bucketId: number,
  target: ObjectRef,
  options: CopyOptions,
): void {
  if (source.bucketId !== bucketId || source.key !== target.key) return
  const { replaceMetadata, storageClass, websiteRedirectLocation } = options
  if (
    replaceMetadata ??
    websiteRedirectLocation ??
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

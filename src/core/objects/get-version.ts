import { getBucket } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { decide, mayLearnOfMissing } from '../policy/decide.ts'
import { actionOn, noSuchVersion, type ObjectRef } from './object-ref.ts'
import { checkVersionId } from './version-id.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'
import type { S3Action } from '../policy/s3-actions.ts'

export interface ReadOptions {
  readonly withData: boolean
  /** What the caller is about to do with the object: decided here, on the row that was read. */
  readonly action: S3Action
}

export interface LocatedVersion {
  readonly bucket: Bucket
  readonly version: ObjectVersion
}

/**
 * The version that a request names, or the current one. Throws NoSuchBucket, NoSuchKey, NoSuchVersion, InvalidArgument for what is no
 * version id, MethodNotAllowed for a delete marker, or AccessDenied when the caller may not do it.
 */
export async function getVersion(
  parts: Pick<Parts, 'metadata'>,
  caller: Caller,
  object: ObjectRef,
  { withData, action }: ReadOptions,
): Promise<LocatedVersion> {
  const { key, versionId } = object
  const bucket = await getBucket(parts, caller, object.bucket)
  if (versionId !== undefined) checkVersionId(versionId)
  const version = await (versionId === undefined
    ? parts.metadata.findObject(bucket.id, key, { withData })
    : parts.metadata.findVersion(bucket.id, key, { versionId, withData }))
  if (!version) throw await missing(parts, caller, bucket, object)
  checkIsObject(caller, bucket, version)
  if (decide(caller, actionOn(object, action), { bucket, version, versionId }) !== 'allow')
    throw new S3Error('AccessDenied')
  return { bucket, version }
}

/** Throws MethodNotAllowed for a delete marker: it can only be deleted. https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html */
export function checkIsObject(caller: Caller, bucket: Bucket, version: ObjectVersion): void {
  if (!version.isDeleteMarker) return
  if (!mayLearnOfMissing(caller, bucket, version.key)) throw new S3Error('AccessDenied')
  throw new S3Error('MethodNotAllowed', {
    detail: { ResourceType: 'DeleteMarker' },
    headers: {
      ...markerHeaders(version),
      Allow: 'DELETE',
      'Last-Modified': new Date(version.lastModified).toUTCString(),
    },
  })
}

/** What a caller is told of an object that is not there; of a delete marker on top of its versions too. */
export async function missing(
  { metadata }: Pick<Parts, 'metadata'>,
  caller: Caller,
  bucket: Bucket,
  object: ObjectRef,
): Promise<S3Error> {
  if (!mayLearnOfMissing(caller, bucket, object.key)) return new S3Error('AccessDenied')
  if (object.versionId !== undefined) return noSuchVersion(object)
  const marker =
    bucket.versioning === 'off' ? undefined : await metadata.findDeleteMarker(bucket.id, object.key)
  return new S3Error('NoSuchKey', { detail: { Key: object.key }, headers: marker && markerHeaders(marker) })
}

const markerHeaders = ({ versionId }: ObjectVersion) => ({
  'x-amz-delete-marker': 'true',
  'x-amz-version-id': versionId,
})

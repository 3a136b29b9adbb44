import { getBucketToChange } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { aclOf } from '../policy/acl.ts'
import { decide } from '../policy/decide.ts'
import { missing } from './open-object.ts'
import { type ObjectRef, namesNoVersion } from './object-ref.ts'
import type { Caller } from '../caller.ts'
import type { S3Action } from '../policy/acl-rights.ts'
import type { ObjectAttributes, ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

interface Change {
  readonly caller: Caller
  readonly object: ObjectRef
  /** What the caller is about to do: decided on the row that is changed. */
  readonly action: S3Action
}

/**
 * Replaces what is kept beside an object's bytes by what `change` makes of it; its time and ETag stay. Throws
 * NoSuchBucket, NoSuchKey, NoSuchVersion, AccessDenied.
 */
export const changeAttributes = (
  { metadata }: Pick<Parts, 'metadata'>,
  { caller, object, action }: Change,
  change: (version: ObjectVersion) => ObjectAttributes,
): Promise<ObjectVersion> =>
  metadata.transaction(async (tx) => {
    const bucket = await getBucketToChange(tx, caller, object.bucket)
    const version = namesNoVersion(object) ? undefined : await tx.findObject(bucket.id, object.key)
    if (!version) throw missing(caller, bucket, object)
    if (decide(caller, action, { bucket, objectAcl: aclOf(version) }) !== 'allow')
      throw new S3Error('AccessDenied')
    const attributes = change(version)
    await tx.putObjectAttributes(version, attributes)
    return { ...version, attributes }
  })

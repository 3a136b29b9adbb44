import { namespaceOf, type Caller } from '../caller.ts'
import { S3Error } from '../errors.ts'
import { findBucket } from '../buckets/find-bucket.ts'
import { refuseClosed } from '../projects/refuse-closed.ts'
import { decide } from './decide.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Parts } from '../parts.ts'
import type { Resource } from './resource.ts'
import type { S3Action } from './s3-actions.ts'

/** What a request names. */
export interface Addressed {
  readonly bucket?: string | undefined
  readonly key?: string | undefined
  readonly versionId?: string | undefined
}

/**
 * Asks whether the caller may act on a bucket or an object before anything is done. Throws NoSuchBucket or AccessDenied.
 * What only the object's row can tell is decided where it is read (`getVersion`).
 */
export const authorise =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, action: S3Action, addressed: Addressed): Promise<Bucket | undefined> => {
    const { bucket: name, key, versionId } = addressed
    const bucket =
      name === undefined ? undefined : await findBucket(metadata.catalog, namespaceOf(caller), name)
    // Its document has a say: `requireNewBucket` decides, and the owner of a name that exists is told so by the operation itself.
    if (action === 's3:CreateBucket') return bucket
    if (!bucket && name !== undefined) throw new S3Error('NoSuchBucket', { detail: { BucketName: name } })
    refuseClosed(bucket?.account)
    if (decide(caller, action, { bucket, key, versionId }) === 'deny') throw new S3Error('AccessDenied')
    return bucket
  }

/** Throws AccessDenied. For what can be decided at once: `needs-object` is no permission. */
export function requireAllowed(caller: Caller, action: S3Action, resource: Resource): void {
  if (decide(caller, action, resource) !== 'allow') throw new S3Error('AccessDenied')
}

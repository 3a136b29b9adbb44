import { namespaceOf, type Caller } from '../caller.ts'
import { S3Error } from '../errors.ts'
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
    const { bucket: name, ...named } = addressed
    const bucket =
      name === undefined ? undefined : await metadata.catalog.findBucket(namespaceOf(caller), name)
    if (!bucket && name !== undefined && action !== 's3:CreateBucket') {
      throw new S3Error('NoSuchBucket', { detail: { BucketName: name } })
    }
    // The owner of a name that exists is told so by the operation itself.
    const subject = action === 's3:CreateBucket' ? undefined : bucket
    if (decide(caller, action, { ...named, bucket: subject }) === 'deny') throw new S3Error('AccessDenied')
    return bucket
  }

/** Throws AccessDenied. For what can be decided at once: `needs-object` is no permission. */
export function requireAllowed(caller: Caller, action: S3Action, resource: Resource): void {
  if (decide(caller, action, resource) !== 'allow') throw new S3Error('AccessDenied')
}

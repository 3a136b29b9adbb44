import { namespaceOf, type Caller } from '../caller.ts'
import { S3Error } from '../errors.ts'
import { decide } from './decide.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Parts } from '../parts.ts'
import type { S3Action } from './acl-rights.ts'

/**
 * Asks whether the caller may act on a bucket before anything is done. Throws NoSuchBucket or AccessDenied. What only an object's
 * own ACL can tell is decided where its row is read (`getVersion`).
 */
export const authorise =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, action: S3Action, bucketName: string | undefined): Promise<Bucket | undefined> => {
    const bucket =
      bucketName === undefined
        ? undefined
        : await metadata.catalog.findBucket(namespaceOf(caller), bucketName)
    if (!bucket && bucketName !== undefined && action !== 's3:CreateBucket') {
      throw new S3Error('NoSuchBucket', { detail: { BucketName: bucketName } })
    }
    // The owner of a name that exists is told so by the operation itself.
    const subject = action === 's3:CreateBucket' ? undefined : bucket
    if (decide(caller, action, { bucket: subject }) === 'deny') throw new S3Error('AccessDenied')
    return bucket
  }

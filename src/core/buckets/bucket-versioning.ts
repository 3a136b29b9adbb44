import { S3Error } from '../errors.ts'
import { getBucketToChange } from './get-bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import type { Versioning } from './bucket.ts'

/**
 * Lets a bucket keep the versions of its objects, or no longer. Throws InvalidBucketState for the suspension of a bucket with object lock.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html
 */
export const putBucketVersioning =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string, versioning: Exclude<Versioning, 'off'>): Promise<void> =>
    metadata.transaction(async (tx) => {
      const bucket = await getBucketToChange(tx, caller, name)
      if (versioning === 'suspended' && bucket.configuration.objectLock) {
        throw new S3Error('InvalidBucketState', {
          message:
            'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
        })
      }
      await tx.setBucketVersioning(bucket.id, versioning)
    })

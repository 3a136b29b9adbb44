import { S3Error } from '../errors.ts'
import { bucketDocument } from './bucket-document.ts'
import { getBucketToChange } from './get-bucket.ts'
import { checkDefaultRetention, type ObjectLockConfiguration } from './object-lock-configuration.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** Throws ObjectLockConfigurationNotFoundError. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html */
export const getObjectLockConfiguration = bucketDocument('objectLock', {
  missing: 'ObjectLockConfigurationNotFoundError',
}).get

/**
 * Enables object lock for good, or replaces its default. Throws InvalidBucketState unless the bucket keeps versions, and what
 * checkDefaultRetention throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html
 */
export const putObjectLockConfiguration =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string, objectLock: ObjectLockConfiguration): Promise<void> => {
    if (objectLock.defaultRetention) checkDefaultRetention(objectLock.defaultRetention)
    return metadata.transaction(async (tx) => {
      const bucket = await getBucketToChange(tx, caller, name)
      if (bucket.versioning !== 'enabled') {
        throw new S3Error('InvalidBucketState', {
          message: "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
        })
      }
      await tx.putBucketConfiguration(bucket.id, { ...bucket.configuration, objectLock })
    })
  }

import { S3Error } from '../errors.ts'
import { getBucketToChange } from './get-bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** Removes an empty bucket, its unfinished uploads with it. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html */
export const deleteBucket =
  ({ metadata, clock, settings }: Pick<Parts, 'metadata' | 'clock' | 'settings'>) =>
  (caller: Caller, name: string): Promise<void> =>
    metadata.transaction(async (tx) => {
      const bucket = await getBucketToChange(tx, caller, name)
      if (await tx.bucketHasObjects(bucket.id))
        throw new S3Error('BucketNotEmpty', { detail: { BucketName: name } })
      await tx.deleteBucket(bucket.id, clock.now() + settings.trashMs)
    })

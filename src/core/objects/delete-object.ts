import { getBucket } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { accepted } from './write-refusal.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import { namesNoVersion, type ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'
import type { WriteConditions } from './object-write.ts'

export type Deletion = Omit<ObjectRef, 'bucket'> & { readonly conditions?: WriteConditions | undefined }

/** What became of one of many deletions. */
export interface DeletionResult {
  readonly deletion: Deletion
  readonly error: S3Error | undefined
}

/** Removes an object; a key that does not exist is removed already. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html */
export const deleteObject =
  (parts: Parts) =>
  async (caller: Caller, object: ObjectRef, conditions?: WriteConditions): Promise<void> => {
    const bucket = await getBucket(parts, caller, object.bucket)
    await remove(parts, bucket, { ...object, conditions })
  }

/** Removes many; each succeeds or fails alone. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const deleteObjects =
  (parts: Parts) =>
  async (
    caller: Caller,
    bucketName: string,
    deletions: readonly Deletion[],
  ): Promise<readonly DeletionResult[]> => {
    const bucket = await getBucket(parts, caller, bucketName)
    return Promise.all(
      deletions.map(async (deletion) => {
        try {
          await remove(parts, bucket, deletion)
          return { deletion, error: undefined }
        } catch (error) {
          if (error instanceof S3Error) return { deletion, error }
          throw error
        }
      }),
    )
  }

async function remove(
  { metadata, clock, settings }: Parts,
  bucket: Bucket,
  { key, versionId, conditions }: Deletion,
) {
  // A version that does not exist is removed already.
  if (namesNoVersion({ versionId })) return
  const now = clock.now()
  const answer = await metadata.write({
    kind: 'delete',
    bucketId: bucket.id,
    key,
    ...(conditions && { conditions }),
    now,
    trashAfter: now + settings.trashMs,
  })
  accepted('deleted', answer, { bucket: bucket.name, key })
}

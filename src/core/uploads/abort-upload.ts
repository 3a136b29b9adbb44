import { getBucket } from '../buckets/get-bucket.ts'
import { noSuchUpload, type UploadRef } from './upload-ref.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html */
export const abortUpload =
  (parts: Pick<Parts, 'metadata' | 'clock' | 'settings'>) =>
  async (caller: Caller, { bucket: name, key, uploadId }: UploadRef): Promise<void> => {
    const bucket = await getBucket(parts, caller, name)
    await parts.metadata.transaction(async (tx) => {
      const upload = await tx.findUpload(bucket.id, key, uploadId)
      if (!upload || upload.completion) throw noSuchUpload(uploadId)
      await tx.abortUpload(uploadId, parts.clock.now() + parts.settings.trashMs)
    })
  }

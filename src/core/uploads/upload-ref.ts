import { getBucket } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import type { Upload } from './upload.ts'

/** An upload as a request names it. */
export interface UploadRef {
  readonly bucket: string
  readonly key: string
  readonly uploadId: string
}

/** An unfinished upload and its bucket; throws NoSuchBucket or NoSuchUpload. */
export async function getUpload(
  parts: Pick<Parts, 'metadata'>,
  caller: Caller,
  { bucket: name, key, uploadId }: UploadRef,
): Promise<{ readonly bucket: Bucket; readonly upload: Upload }> {
  const bucket = await getBucket(parts, caller, name)
  const upload = await parts.metadata.findUpload(bucket.id, key, uploadId)
  if (!upload || upload.completion) throw noSuchUpload(uploadId)
  return { bucket, upload }
}

export const noSuchUpload = (uploadId: string): S3Error =>
  new S3Error('NoSuchUpload', { detail: { UploadId: uploadId } })

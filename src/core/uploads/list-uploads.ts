import { getBucket } from '../buckets/get-bucket.ts'
import { getUpload, type UploadRef } from './upload-ref.ts'
import { abortOf, type Announced } from '../lifecycle/announced.ts'
import type { Caller } from '../caller.ts'
import type { Part, Upload, UploadPage, UploadQuery } from './upload.ts'
import type { Parts } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html */
export const listUploads =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, bucketName: string, query: Omit<UploadQuery, 'bucketId'>): Promise<UploadPage> => {
    const bucket = await getBucket(parts, caller, bucketName)
    return parts.metadata.listUploads({ ...query, bucketId: bucket.id })
  }

export interface PartPage {
  readonly upload: Upload
  readonly parts: readonly Part[]
  readonly isTruncated: boolean
  /** When the upload is given up by the bucket's lifecycle. */
  readonly abort: Announced | undefined
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html */
export const listParts =
  (parts: Pick<Parts, 'metadata'>) =>
  async (
    caller: Caller,
    ref: UploadRef,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): Promise<PartPage> => {
    const { bucket, upload } = await getUpload(parts, caller, ref)
    const found = await parts.metadata.listParts(upload.id, { after, limit: limit + 1 })
    const isTruncated = found.length > limit
    return { upload, parts: found.slice(0, limit), isTruncated, abort: abortOf(bucket, upload) }
  }

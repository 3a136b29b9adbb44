import { getBucket } from '../buckets/get-bucket.ts'
import { ownedPage } from './owned-page.ts'
import type { Caller } from '../caller.ts'
import type { ListQuery, ListedPage } from './list-query.ts'
import type { Parts } from '../parts.ts'

/** A page of the live keys of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjects =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, bucketName: string, query: Omit<ListQuery, 'bucketId'>): Promise<ListedPage> => {
    const bucket = await getBucket(parts, caller, bucketName)
    return ownedPage(bucket, await parts.metadata.list({ ...query, bucketId: bucket.id }))
  }

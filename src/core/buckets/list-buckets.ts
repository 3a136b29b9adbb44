import type { Bucket } from './bucket.ts'
import type { BucketQuery } from '../ports.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'

export interface BucketPage {
  readonly buckets: readonly Bucket[]
  readonly isTruncated: boolean
}

/** The caller's own buckets by name. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export const listBuckets =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (caller: ProjectCaller, query: Omit<BucketQuery, 'projectId'>): Promise<BucketPage> => {
    const found = await metadata.listBuckets({
      ...query,
      projectId: caller.project.id,
      limit: query.limit + 1,
    })
    return { buckets: found.slice(0, query.limit), isTruncated: found.length > query.limit }
  }

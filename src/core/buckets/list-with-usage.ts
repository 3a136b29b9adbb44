import { getProject } from '../projects/get-project.ts'
import { parseBucketCursor } from './bucket-cursor.ts'
import type { Bucket } from './bucket.ts'
import type { Parts } from '../parts.ts'
import type { Project } from '../projects/project.ts'
import type { Usage } from '../usage/usage.ts'

export interface BucketWithUsage {
  readonly bucket: Bucket
  readonly project: Project
  readonly usage: Usage
}

interface BucketsOfAll {
  /** Only those of the project with this name. */
  readonly project?: string | undefined
  /** A bucketCursor. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Buckets of all projects, or of one, by name. Throws NoSuchEntity for an unknown project. */
export const listBucketsWithUsage =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async ({ project, after, limit }: BucketsOfAll): Promise<readonly BucketWithUsage[]> => {
    const owner = project === undefined ? undefined : await getProject(metadata.catalog, project)
    const found = await metadata.listBuckets({
      ...(owner && { projectId: owner.id }),
      ...(after !== undefined && { after: parseBucketCursor(after) }),
      limit,
    })
    const all = await Promise.all(found.map((bucket) => withUsage(bucket)))
    return all.filter((entry) => entry !== undefined)

    async function withUsage(bucket: Bucket): Promise<BucketWithUsage | undefined> {
      const [usage, of] = await Promise.all([
        metadata.findUsage(bucket.id),
        owner ?? metadata.catalog.findProject(bucket.projectId),
      ])
      return of && { bucket, project: of, usage }
    }
  }

import { S3Error } from '../errors.ts'
import { getProject } from '../projects/get-project.ts'
import { patched, type Patch } from './patch.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Parts } from '../parts.ts'
import type { Quota } from './quota.ts'

interface NamedBucket {
  readonly name: string
  /** Who owns it; absent: whoever has this name in the shared namespace. */
  readonly project?: string | undefined
}

/** Holds for what is written from now on. Throws NoSuchBucket, NoSuchEntity. */
export const changeBucketQuota =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  ({ name, project }: NamedBucket, patch: Patch<Quota>): Promise<Bucket> =>
    metadata.transaction(async (tx) => {
      const owner = project === undefined ? undefined : await getProject(tx, project)
      const bucket = await tx.findBucket(owner?.namespace ?? '', name)
      if (!bucket || (owner && owner.id !== bucket.projectId))
        throw new S3Error('NoSuchBucket', { detail: { BucketName: name } })
      const { quota: before, ...rest } = bucket
      const quota = patched(before, patch)
      await tx.setBucketQuota(bucket.id, quota)
      return { ...rest, ...(quota && { quota }) }
    })

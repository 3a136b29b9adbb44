import { bucketCursor } from '../../core/buckets/bucket-cursor.ts'
import { quotaOutput } from '../bounds-output.ts'
import { isoTime } from '../../lib/iso-time.ts'
import { reaches } from '../../core/operators/actor.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { BucketWithUsage } from '../../core/buckets/list-with-usage.ts'

const bucketsPerPage = 1000

export const bucketCalls = ({ buckets }: Core) => ({
  listBuckets: async (input: InputOf<'listBuckets'>, { actor }: CallContext) => {
    const found = await buckets.listWithUsage({ ...input, limit: bucketsPerPage + 1 })
    const page = found.slice(0, bucketsPerPage)
    const last = found.length > bucketsPerPage ? page.at(-1) : undefined
    const reached = page.filter(({ project }) => reaches(actor, project.id))
    return { buckets: reached.map(bucketOutput), next: last ? bucketCursor(last.bucket) : null }
  },
  limitBucket: async ({ name, project, ...quota }: InputOf<'limitBucket'>) => {
    const bucket = await buckets.changeQuota({ name, project }, quota)
    return { name, quota: quotaOutput(bucket.quota) }
  },
})

const bucketOutput = ({ bucket, project, usage }: BucketWithUsage) => ({
  name: bucket.name,
  project: project.name,
  region: bucket.region,
  ...usage,
  quota: quotaOutput(bucket.quota),
  createdAt: isoTime(bucket.createdAt),
})

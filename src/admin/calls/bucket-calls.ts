import { isoTime } from '../iso-time.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { BucketWithUsage } from '../../core/buckets/list-with-usage.ts'

const bucketsPerPage = 1000

export const bucketCalls = ({ buckets }: Core) => ({
  listBuckets: async (input: InputOf<'listBuckets'>) => {
    const found = await buckets.listWithUsage({ ...input, limit: bucketsPerPage + 1 })
    const page = found.slice(0, bucketsPerPage)
    const last = found.length > bucketsPerPage ? page.at(-1) : undefined
    return { buckets: page.map(bucketOutput), next: last?.bucket.name ?? null }
  },
})

const bucketOutput = ({ bucket, project, usage }: BucketWithUsage) => ({
  name: bucket.name,
  project: project.name,
  region: bucket.region,
  objects: usage.objects,
  bytes: usage.bytes,
  createdAt: isoTime(bucket.createdAt),
})

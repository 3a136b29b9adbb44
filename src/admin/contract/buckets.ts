import { z } from 'zod'
import { endpoint, moment } from './endpoint.ts'

const bucketSchema = z.object({
  name: z.string(),
  project: z.string(),
  region: z.string(),
  objects: z.number(),
  bytes: z.number(),
  createdAt: moment,
})

export const bucketEndpoints = {
  listBuckets: endpoint({
    method: 'get',
    path: '/buckets',
    summary: 'Buckets by name with what they hold, at most 1,000; `next` goes on as `after`.',
    status: 200,
    input: z.object({ project: z.string().optional(), after: z.string().optional() }),
    output: z.object({ buckets: z.array(bucketSchema), next: z.string().nullable() }),
  }),
  replicateBucket: endpoint({
    method: 'post',
    path: '/buckets/:name/replicate',
    summary: 'Orders copies of all versions that the rules of replication are about and that have none.',
    status: 202,
    input: z.object({ name: z.string(), project: z.string().optional() }),
    output: z.object({ count: z.number() }),
  }),
}

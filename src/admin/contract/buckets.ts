import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { quotaChange, quotaSchema, usageShape } from './bounds.ts'
import { endpoint, moment } from './endpoint.ts'

const bucketSchema = z.object({
  name: z.string(),
  project: z.string(),
  region: z.string(),
  ...usageShape,
  quota: quotaSchema,
  createdAt: moment,
})

export const bucketEndpoints = {
  listBuckets: endpoint({
    method: 'get',
    path: '/buckets',
    summary: 'Buckets by name with what they hold, at most 1,000; `next` goes on as `after`.',
    status: 200,
    access: viewers(),
    input: z.object({ project: z.string().optional(), after: z.string().optional() }),
    output: z.object({ buckets: z.array(bucketSchema), next: z.string().nullable() }),
  }),
  limitBucket: endpoint({
    method: 'patch',
    path: '/buckets/:name/quota',
    summary: 'Changes how much a bucket may hold; null takes a bound away.',
    status: 200,
    access: projectAdmins('project'),
    input: z.object({ name: z.string(), project: z.string().optional(), ...quotaChange }),
    output: z.object({ name: z.string(), quota: quotaSchema }),
  }),
  replicateBucket: endpoint({
    method: 'post',
    path: '/buckets/:name/replicate',
    summary: 'Orders copies of all versions that the rules of replication are about and that have none.',
    status: 202,
    access: projectAdmins('project'),
    input: z.object({ name: z.string(), project: z.string().optional() }),
    output: z.object({ count: z.number() }),
  }),
}

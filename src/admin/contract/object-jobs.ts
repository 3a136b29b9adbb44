import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { endpoint, moment } from './endpoint.ts'
import { bucketInput } from './object-input.ts'

const place = z.strictObject({
  /** The bucket itself, unless another one of the project is named. */
  bucket: z.string().optional(),
  /** In place of what stands before the last name of each selected key or prefix. */
  prefix: z.string().optional(),
  /** Of a single object: its new key. */
  key: z.string().min(1).optional(),
})

const objectJobSchema = z.object({
  id: z.string(),
  bucket: z.string(),
  action: z.enum(['copy', 'move', 'delete']),
  keys: z.array(z.string()),
  prefixes: z.array(z.string()),
  to: z.object({ bucket: z.string(), prefix: z.string().nullable(), key: z.string().nullable() }).nullable(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** Objects that were taken care of. */
  done: z.number(),
  /** Known once all have been counted. */
  total: z.number().nullable(),
  bytes: z.number(),
  /** Objects that it failed at, and the first few of them. */
  failed: z.number(),
  errors: z.array(z.object({ key: z.string(), code: z.string(), message: z.string() })),
  createdAt: moment,
  endedAt: moment.nullable(),
})

export const objectJobEndpoints = {
  startObjectJob: endpoint({
    method: 'post',
    path: '/buckets/:name/jobs',
    summary:
      'Has the server copy, move or delete objects and all below prefixes, at most 1,000 of both; it goes on after a restart.',
    status: 202,
    access: projectAdmins('project'),
    input: bucketInput.extend({
      action: objectJobSchema.shape.action,
      keys: z.array(z.string().min(1)).max(1000).optional(),
      /** An empty one is all of the bucket. */
      prefixes: z.array(z.string()).max(1000).optional(),
      to: place.optional(),
    }),
    output: objectJobSchema,
  }),
  listObjectJobs: endpoint({
    method: 'get',
    path: '/buckets/:name/jobs',
    summary: 'What the server was told to do with objects of a bucket in the last days, the newest first.',
    status: 200,
    access: viewers('project'),
    input: bucketInput,
    output: z.object({ jobs: z.array(objectJobSchema) }),
  }),
  cancelObjectJob: endpoint({
    method: 'post',
    path: '/buckets/:name/jobs/:id/cancel',
    summary: 'Ends a job; what it has done stays done.',
    status: 200,
    access: projectAdmins('project'),
    input: bucketInput.extend({ id: z.string() }),
    output: objectJobSchema,
  }),
}

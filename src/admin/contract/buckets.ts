import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { quotaChange, quotaSchema, usageShape } from './bounds.ts'
import { endpoint, moment, nothing } from './endpoint.ts'
import { bucketInput } from './object-input.ts'
import { settingNames } from './bucket-settings.ts'

const bucketSchema = z.object({
  name: z.string(),
  project: z.string(),
  region: z.string(),
  ...usageShape,
  quota: quotaSchema,
  createdAt: moment,
})

const deletionSchema = z.object({
  /** `blocked`: something is locked; the deletion goes on when that is over. */
  state: z.enum(['running', 'blocked']),
  problem: z.string().nullable(),
  /** Versions that have gone. */
  objects: z.number(),
  bytes: z.number(),
})

const describedSchema = bucketSchema.extend({
  versioning: z.enum(['off', 'enabled', 'suspended']),
  objectLock: z.boolean(),
  /** `public-read`: everybody may read every object. `partly-public`: something of it is open to everybody. */
  visibility: z.enum(['private', 'public-read', 'partly-public']),
  /** Those of which there is a document. */
  settings: z.array(z.enum(settingNames)),
  /** Null unless the bucket is being deleted with everything in it. */
  deletion: deletionSchema.nullable(),
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
  createBucket: endpoint({
    method: 'post',
    path: '/buckets',
    summary: 'Makes a bucket; one with object lock keeps versions, too.',
    status: 201,
    access: projectAdmins('project'),
    input: bucketInput.extend({ objectLock: z.boolean().optional() }),
    output: describedSchema,
  }),
  describeBucket: endpoint({
    method: 'get',
    path: '/buckets/:name',
    summary: 'A bucket, with what it holds and what is set on it.',
    status: 200,
    access: viewers('project'),
    input: bucketInput,
    output: describedSchema,
  }),
  deleteBucket: endpoint({
    method: 'delete',
    path: '/buckets/:name',
    summary: 'Deletes an empty bucket.',
    status: 204,
    access: projectAdmins('project'),
    input: bucketInput,
    output: nothing,
  }),
  deleteBucketWithEverything: endpoint({
    method: 'post',
    path: '/buckets/:name/deletion',
    summary:
      'Begins to delete a bucket with all versions in it; `confirm` repeats its name. Locked versions stay. `describeBucket` tells how far it has come.',
    status: 202,
    access: projectAdmins('project'),
    input: bucketInput.extend({ confirm: z.string() }),
    output: deletionSchema,
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

import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { bucketInput } from './object-input.ts'
import { endpoint, moment } from './endpoint.ts'
import { eventSchema } from './events.ts'

const deliverySchema = eventSchema.pick({ destination: true, name: true, key: true }).extend({
  /** When it ended. */
  at: moment,
  milliseconds: z.number(),
  /** Of which attempt. */
  attempt: z.number(),
  /** `failed`: it is tried again. `dead`: it was given up. */
  outcome: z.enum(['delivered', 'failed', 'dead']),
  problem: z.string().nullable(),
})

const targetSchema = z.object({ name: z.string(), kind: z.string(), arn: z.string() })

export const bucketEventEndpoints = {
  listBucketEvents: endpoint({
    method: 'get',
    path: '/buckets/:name/events',
    summary:
      'Events of a bucket that wait for their delivery or were given up, at most 1,000; `next` goes on as `after`.',
    status: 200,
    access: viewers('project'),
    input: bucketInput.extend({
      state: eventSchema.shape.state.optional(),
      after: z.coerce.number().optional(),
    }),
    output: z.object({ events: z.array(eventSchema), next: z.number().nullable() }),
  }),
  replayBucketEvents: endpoint({
    method: 'post',
    path: '/buckets/:name/events/replay',
    summary: 'Has events of a bucket that were given up delivered after all; without ids all of them.',
    status: 200,
    access: projectAdmins('project'),
    input: bucketInput.extend({ ids: z.array(z.int()).optional() }),
    output: z.object({ count: z.number() }),
  }),
  listDeliveries: endpoint({
    method: 'get',
    path: '/buckets/:name/deliveries',
    summary:
      'What became of the latest attempts to deliver events of a bucket, newest first, since the server started.',
    status: 200,
    access: viewers('project'),
    input: bucketInput,
    output: z.object({ deliveries: z.array(deliverySchema) }),
  }),
  listTargets: endpoint({
    method: 'get',
    path: '/targets',
    summary: 'Where events of buckets may go, by the ARNs that notifications name.',
    status: 200,
    access: viewers(),
    input: z.object({}),
    output: z.object({ targets: z.array(targetSchema) }),
  }),
}

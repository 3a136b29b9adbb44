import { z } from 'zod'
import { operators } from './access.ts'
import { endpoint, moment } from './endpoint.ts'

export const eventSchema = z.object({
  id: z.number(),
  /** `notify:NAME`, `replicate:NAME`, or `replicate` for buckets here. */
  destination: z.string(),
  name: z.string(),
  key: z.string(),
  state: z.enum(['waiting', 'dead']),
  attempts: z.number(),
  at: moment,
  due: moment.nullable(),
  /** Why the last attempt failed. */
  problem: z.string().nullable(),
})

const eventSelection = z.object({
  ids: z.array(z.int()).optional(),
  destination: z.string().optional(),
})

export const eventEndpoints = {
  listEvents: endpoint({
    method: 'get',
    path: '/events',
    summary:
      'Events that wait for their delivery or were given up, at most 1,000; `next` goes on as `after`.',
    status: 200,
    access: operators,
    input: z.object({
      state: eventSchema.shape.state.optional(),
      destination: z.string().optional(),
      after: z.coerce.number().optional(),
    }),
    output: z.object({ events: z.array(eventSchema), next: z.number().nullable() }),
  }),
  replayEvents: endpoint({
    method: 'post',
    path: '/events/replay',
    summary: 'Has events that were given up delivered after all.',
    status: 200,
    access: operators,
    input: eventSelection,
    output: z.object({ count: z.number() }),
  }),
  dropEvents: endpoint({
    method: 'delete',
    path: '/events',
    summary: 'Forgets events, waiting ones too.',
    status: 200,
    access: operators,
    input: eventSelection,
    output: z.object({ count: z.number() }),
  }),
}

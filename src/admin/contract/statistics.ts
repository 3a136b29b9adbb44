import { z } from 'zod'
import { filtered } from './access.ts'
import { endpoint, moment } from './endpoint.ts'

const span = { project: z.string().optional(), since: moment.optional(), until: moment.optional() }

const figuresSchema = z.object({
  /** The beginning of the hour or day (UTC), the operation, or the name of the project. */
  group: z.string(),
  requests: z.number(),
  /** Answers with a status of 400 to 499. */
  clientErrors: z.number(),
  /** From 500 on. */
  serverErrors: z.number(),
  bytesIn: z.number(),
  bytesOut: z.number(),
  meanMs: z.number(),
  longestMs: z.number(),
})

export const statisticsEndpoints = {
  getRequestStatistics: endpoint({
    method: 'get',
    path: '/statistics/requests',
    summary:
      'Requests, errors, bytes and times by hour, day, operation or project; of the last day unless told otherwise.',
    status: 200,
    access: filtered('project'),
    input: z.object({
      ...span,
      operation: z.string().optional(),
      by: z.enum(['hour', 'day', 'operation', 'project']).optional(),
    }),
    output: z.object({ figures: z.array(figuresSchema) }),
  }),
  getStorageStatistics: endpoint({
    method: 'get',
    path: '/statistics/storage',
    summary: 'Objects and bytes that were held, by the hour; of the last day unless told otherwise.',
    status: 200,
    access: filtered('project'),
    input: z.object(span),
    output: z.object({
      figures: z.array(z.object({ at: moment, objects: z.number(), bytes: z.number() })),
    }),
  }),
}

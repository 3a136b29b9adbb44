import { z } from 'zod'
import { operators } from './access.ts'
import { endpoint, moment, noInput } from './endpoint.ts'

const jobSchema = z.object({
  name: z.string(),
  /** From the end of a run to the next one, in seconds. */
  everySeconds: z.number(),
  isRunning: z.boolean(),
  lastRun: z
    .object({
      startedAt: moment,
      endedAt: moment,
      /** How much it did of what. */
      figures: z.record(z.string(), z.number()),
      /** Why it failed. */
      problem: z.string().nullable(),
    })
    .nullable(),
  nextAt: moment.nullable(),
})

export const systemEndpoints = {
  getSystem: endpoint({
    method: 'get',
    path: '/system',
    summary: 'How the server fares: version, age, processes, disk.',
    status: 200,
    access: operators,
    input: noInput,
    output: z.object({
      version: z.string(),
      node: z.string(),
      startedAt: moment,
      workers: z.number(),
      disk: z.object({ path: z.string(), freeBytes: z.number(), totalBytes: z.number() }),
    }),
  }),
  listJobs: endpoint({
    method: 'get',
    path: '/jobs',
    summary: 'What the server does without being asked.',
    status: 200,
    access: operators,
    input: noInput,
    output: z.object({ jobs: z.array(jobSchema) }),
  }),
  runJob: endpoint({
    method: 'post',
    path: '/jobs/:name/run',
    summary: 'Runs a job now, unless it is under way.',
    status: 202,
    access: operators,
    input: z.object({ name: z.string() }),
    output: jobSchema,
  }),
}

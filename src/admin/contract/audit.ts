import { z } from 'zod'
import { viewers } from './access.ts'
import { endpoint, moment } from './endpoint.ts'

const entrySchema = z.object({
  id: z.number(),
  at: moment,
  /** `operator:NAME`, `root:ACCESS-KEY`, `machine`, or the ARN of IAM's caller. */
  actor: z.string(),
  address: z.string(),
  /** A call of this API, or `iam:CreateUser`. */
  call: z.string(),
  /** The name of the project that it was about; its id once it is deleted. */
  project: z.string().nullable(),
  /** What was asked for, without secrets. */
  subject: z.record(z.string(), z.unknown()),
  /** `done`, or the code of the error. */
  outcome: z.string(),
})

export const auditEndpoints = {
  listAudit: endpoint({
    method: 'get',
    path: '/audit',
    summary: 'Administrative actions, newest first; `next` goes on as `before`.',
    status: 200,
    access: viewers('project'),
    input: z.object({
      project: z.string().optional(),
      actor: z.string().optional(),
      call: z.string().optional(),
      outcome: z.string().optional(),
      since: moment.optional(),
      until: moment.optional(),
      before: z.coerce.number().optional(),
      limit: z.coerce.number().int().min(1).max(1000).optional(),
    }),
    output: z.object({ entries: z.array(entrySchema), next: z.number().nullable() }),
  }),
}

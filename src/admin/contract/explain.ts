import { z } from 'zod'
import { viewers } from './access.ts'
import { endpoint } from './endpoint.ts'

const askerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('access-key'), id: z.string() }),
  z.object({ kind: z.literal('root') }),
  z.object({ kind: z.enum(['user', 'role']), name: z.string() }),
])

const opinionSchema = z.object({
  /** An identity's policies, the bucket's, ownership, an ACL, or a limit that has to allow as well. */
  source: z.string(),
  /** `null`: it has no say; `needs-object`: that depends on the object, which is not there. */
  says: z.enum(['allow', 'deny', 'needs-object']).nullable(),
  policy: z.string().nullable(),
  /** The statement that made it say so. */
  statement: z.object({ id: z.string().nullable(), index: z.number() }).nullable(),
})

const explanationSchema = z.object({
  decision: z.enum(['allow', 'deny']),
  /** `null`: denied because nothing allows it. */
  decidedBy: opinionSchema.nullable(),
  /** All that was heard, in the order of asking. */
  opinions: z.array(opinionSchema),
})

export const explainEndpoints = {
  simulateAccess: endpoint({
    method: 'post',
    path: '/projects/:project/simulate',
    summary:
      'May this key, user or role of a project do this on that? Decided as a request would be, and told why.',
    status: 200,
    access: viewers('project'),
    input: z.object({
      project: z.string(),
      asker: askerSchema,
      /** Such as `s3:GetObject` or `iam:CreateUser`. */
      action: z.string(),
      bucket: z.string().optional(),
      key: z.string().optional(),
      versionId: z.string().optional(),
      /** The ARN that an action of another service than S3 is about. */
      resource: z.string().optional(),
      /** What the request would say, by condition keys such as `aws:SourceIp`. */
      facts: z.record(z.string(), z.array(z.string())).optional(),
    }),
    output: explanationSchema,
  }),
  explainRequest: endpoint({
    method: 'get',
    path: '/projects/:project/requests/:requestId/explain',
    summary: 'Why was this denied? The request is decided once more, by the policies of now.',
    status: 200,
    access: viewers('project'),
    input: z.object({ project: z.string(), requestId: z.string() }),
    output: z.object({
      operation: z.string(),
      action: z.string(),
      status: z.number(),
      error: z.string().nullable(),
      ...explanationSchema.shape,
    }),
  }),
}

import { z } from 'zod'
import { projectAdmins } from './access.ts'
import { endpoint, moment } from './endpoint.ts'
import { roleSchema } from './operators.ts'

const memberSchema = z.object({
  name: z.string(),
  role: roleSchema,
  /** Whether it may do the same with every project. */
  isOfAll: z.boolean(),
  status: z.enum(['active', 'disabled']),
  signedInAt: moment.nullable(),
})

export const memberEndpoints = {
  listMembers: endpoint({
    method: 'get',
    path: '/projects/:project/members',
    summary: 'Who may use this API for a project, by name.',
    status: 200,
    access: projectAdmins('project'),
    input: z.object({ project: z.string() }),
    output: z.object({ members: z.array(memberSchema) }),
  }),
}

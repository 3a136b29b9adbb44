import { z } from 'zod'
import { projectAdmins } from './access.ts'
import { endpoint, nothing } from './endpoint.ts'

export const temporaryKeyEndpoints = {
  revokeSessions: endpoint({
    method: 'post',
    path: '/projects/:project/revoke-sessions',
    summary: 'Makes all temporary credentials of a user or role invalid that were issued until now.',
    status: 204,
    access: projectAdmins('project'),
    input: z.object({ project: z.string(), kind: z.enum(['user', 'role']), name: z.string() }),
    output: nothing,
  }),
}

import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { endpoint } from './endpoint.ts'
import { iamChanges, iamReads } from './iam-actions.ts'

/** As AWS's SDK types it, dates as texts: see `IamOutput`. */
const output = z.object({ output: z.record(z.string(), z.unknown()) })

export const iamEndpoints = {
  askIam: endpoint({
    method: 'get',
    path: '/projects/:project/iam/:action',
    summary:
      'Looks at users, groups, roles, policies and identity providers of a project by an operation of AWS; `input` is its input as JSON.',
    status: 200,
    access: viewers('project'),
    input: z.object({ project: z.string(), action: z.enum(iamReads), input: z.string().optional() }),
    output,
  }),
  changeIam: endpoint({
    method: 'post',
    path: '/projects/:project/iam/:action',
    summary:
      'Changes users, groups, roles, policies and identity providers of a project by an operation of AWS.',
    status: 200,
    access: projectAdmins('project'),
    input: z.object({
      project: z.string(),
      action: z.enum(iamChanges),
      /** As AWS’s SDK types it: see `IamInput`. */
      input: z.record(z.string(), z.unknown()),
    }),
    output,
  }),
}

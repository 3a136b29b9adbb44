import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'

export const listRolePolicies = operation('ListRolePolicies', async ({ input, projectId, core }) => {
  const page = await core.iam.inlinePolicies.list(
    projectId,
    { kind: 'role', name: input.RoleName },
    paging(input),
  )
  return { PolicyNames: page.items.map(({ name }) => name), ...pageOutput(page) }
})

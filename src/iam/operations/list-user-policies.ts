import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'

export const listUserPolicies = operation('ListUserPolicies', async ({ input, projectId, core }) => {
  const page = await core.iam.inlinePolicies.list(
    projectId,
    { kind: 'user', name: input.UserName },
    paging(input),
  )
  return { PolicyNames: page.items.map(({ name }) => name), ...pageOutput(page) }
})

import { groupOutput } from '../entity-output.ts'
import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'

export const listGroupsForUser = operation('ListGroupsForUser', async ({ input, projectId, core }) => {
  const page = await core.iam.memberships.listGroups(projectId, input.UserName, paging(input))
  return { Groups: page.items.map(groupOutput), ...pageOutput(page) }
})

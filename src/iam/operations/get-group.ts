import { groupOutput, listedUser } from '../entity-output.ts'
import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'

export const getGroup = operation('GetGroup', async ({ input, projectId, core }) => {
  const group = await core.iam.groups.get(projectId, input.GroupName)
  const members = await core.iam.memberships.listMembers(projectId, input.GroupName, paging(input))
  return { Group: groupOutput(group), Users: members.items.map(listedUser), ...pageOutput(members) }
})

import { groupOutput } from '../entity-output.ts'
import { operation } from '../operation.ts'

export const createGroup = operation('CreateGroup', async ({ input, projectId, core }) => {
  const group = await core.iam.groups.create(projectId, { name: input.GroupName, path: input.Path })
  return { Group: groupOutput(group) }
})

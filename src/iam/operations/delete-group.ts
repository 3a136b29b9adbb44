import { operation } from '../operation.ts'

export const deleteGroup = operation('DeleteGroup', ({ input, projectId, core }) =>
  core.iam.groups.delete(projectId, input.GroupName),
)

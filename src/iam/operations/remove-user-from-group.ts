import { operation } from '../operation.ts'

export const removeUserFromGroup = operation('RemoveUserFromGroup', ({ input, projectId, core }) =>
  core.iam.memberships.remove(projectId, { group: input.GroupName, user: input.UserName }),
)

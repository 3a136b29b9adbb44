import { operation } from '../operation.ts'

export const addUserToGroup = operation('AddUserToGroup', ({ input, projectId, core }) =>
  core.iam.memberships.add(projectId, { group: input.GroupName, user: input.UserName }),
)

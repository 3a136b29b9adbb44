import { operation } from '../operation.ts'

export const deleteUser = operation('DeleteUser', ({ input, projectId, core }) =>
  core.iam.users.delete(projectId, input.UserName),
)

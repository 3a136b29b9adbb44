import { operation } from '../operation.ts'

export const updateUser = operation('UpdateUser', ({ input, projectId, core }) =>
  core.iam.users.update(projectId, input.UserName, { newName: input.NewUserName, newPath: input.NewPath }),
)

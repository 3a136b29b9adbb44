import { operation } from '../operation.ts'

export const deleteUserPermissionsBoundary = operation(
  'DeleteUserPermissionsBoundary',
  ({ input, projectId, core }) =>
    core.iam.boundaries.delete(projectId, { kind: 'user', name: input.UserName }),
)

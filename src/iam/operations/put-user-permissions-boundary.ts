import { operation } from '../operation.ts'

export const putUserPermissionsBoundary = operation(
  'PutUserPermissionsBoundary',
  ({ input, projectId, core }) =>
    core.iam.boundaries.put(projectId, { kind: 'user', name: input.UserName }, input.PermissionsBoundary),
)

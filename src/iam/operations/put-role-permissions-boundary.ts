import { operation } from '../operation.ts'

export const putRolePermissionsBoundary = operation(
  'PutRolePermissionsBoundary',
  ({ input, projectId, core }) =>
    core.iam.boundaries.put(projectId, { kind: 'role', name: input.RoleName }, input.PermissionsBoundary),
)

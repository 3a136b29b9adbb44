import { operation } from '../operation.ts'

export const deleteRolePermissionsBoundary = operation(
  'DeleteRolePermissionsBoundary',
  ({ input, projectId, core }) =>
    core.iam.boundaries.delete(projectId, { kind: 'role', name: input.RoleName }),
)

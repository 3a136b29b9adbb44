import { operation } from '../operation.ts'

export const deleteRole = operation('DeleteRole', ({ input, projectId, core }) =>
  core.iam.roles.delete(projectId, input.RoleName),
)

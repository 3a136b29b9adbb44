import { operation } from '../operation.ts'

export const updateRole = operation('UpdateRole', ({ input, projectId, core }) =>
  core.iam.roles.update(projectId, input.RoleName, {
    description: input.Description,
    maxSessionSeconds: input.MaxSessionDuration,
  }),
)

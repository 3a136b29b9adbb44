import { roleOutput } from '../entity-output.ts'
import { operation } from '../operation.ts'

export const updateRoleDescription = operation(
  'UpdateRoleDescription',
  async ({ input, projectId, core }) => {
    const { maxSessionSeconds } = await core.iam.roles.get(projectId, input.RoleName)
    await core.iam.roles.update(projectId, input.RoleName, {
      description: input.Description,
      maxSessionSeconds,
    })
    return { Role: roleOutput(await core.iam.roles.get(projectId, input.RoleName)) }
  },
)

import { roleOutput } from '../entity-output.ts'
import { operation } from '../operation.ts'

export const getRole = operation('GetRole', async ({ input, projectId, core }) => {
  return { Role: roleOutput(await core.iam.roles.get(projectId, input.RoleName)) }
})

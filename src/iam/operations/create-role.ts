import { roleOutput } from '../entity-output.ts'
import { operation } from '../operation.ts'
import { tagsFrom } from '../tags.ts'

export const createRole = operation('CreateRole', async ({ input, projectId, core }) => {
  const role = await core.iam.roles.create(projectId, {
    name: input.RoleName,
    path: input.Path,
    trustPolicy: input.AssumeRolePolicyDocument,
    description: input.Description,
    maxSessionSeconds: input.MaxSessionDuration,
    tags: tagsFrom(input.Tags),
    boundaryArn: input.PermissionsBoundary,
  })
  return { Role: roleOutput(role) }
})

import { userOutput } from '../entity-output.ts'
import { operation } from '../operation.ts'
import { tagsFrom } from '../tags.ts'

export const createUser = operation('CreateUser', async ({ input, projectId, core }) => {
  const user = await core.iam.users.create(projectId, {
    name: input.UserName,
    path: input.Path,
    tags: tagsFrom(input.Tags),
    boundaryArn: input.PermissionsBoundary,
  })
  return { User: userOutput(user) }
})

import { rootOutput, userOutput } from '../entity-output.ts'
import { namedUser } from '../named-user.ts'
import { operation } from '../operation.ts'

export const getUser = operation('GetUser', async ({ input, caller, projectId, core }) => {
  const name = namedUser(input, caller)
  if (name === undefined) return { User: rootOutput(caller.project) }
  return { User: userOutput(await core.iam.users.get(projectId, name)) }
})

import { keyOutput } from '../key-output.ts'
import { namedUser } from '../named-user.ts'
import { operation } from '../operation.ts'

export const createAccessKey = operation('CreateAccessKey', async ({ input, caller, projectId, core }) => {
  const owner = namedUser(input, caller)
  const key = await core.iam.accessKeys.create(projectId, owner)
  return { AccessKey: { ...keyOutput(key, owner), SecretAccessKey: key.secret } }
})

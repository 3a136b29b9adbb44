import { namedUser } from '../named-user.ts'
import { operation } from '../operation.ts'

export const deleteAccessKey = operation('DeleteAccessKey', ({ input, caller, projectId, core }) =>
  core.iam.accessKeys.delete(projectId, { owner: namedUser(input, caller), id: input.AccessKeyId }),
)

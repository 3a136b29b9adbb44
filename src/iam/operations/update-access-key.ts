import { statusOf } from '../key-output.ts'
import { namedUser } from '../named-user.ts'
import { operation } from '../operation.ts'

export const updateAccessKey = operation('UpdateAccessKey', ({ input, caller, projectId, core }) =>
  core.iam.accessKeys.setStatus(
    projectId,
    { owner: namedUser(input, caller), id: input.AccessKeyId },
    statusOf(input.Status),
  ),
)

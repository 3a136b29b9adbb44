import { keyOutput } from '../key-output.ts'
import { namedUser } from '../named-user.ts'
import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'

export const listAccessKeys = operation('ListAccessKeys', async ({ input, caller, projectId, core }) => {
  const owner = namedUser(input, caller)
  const page = await core.iam.accessKeys.list(projectId, owner, paging(input))
  return { AccessKeyMetadata: page.items.map((key) => keyOutput(key, owner)), ...pageOutput(page) }
})

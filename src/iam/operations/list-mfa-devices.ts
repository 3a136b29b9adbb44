import { namedUser } from '../named-user.ts'
import { operation } from '../operation.ts'

/** Nobody has any. */
export const listMfaDevices = operation('ListMFADevices', async ({ input, caller, projectId, core }) => {
  const name = namedUser(input, caller)
  if (name !== undefined) await core.iam.users.get(projectId, name)
  return { MFADevices: [], IsTruncated: false }
})

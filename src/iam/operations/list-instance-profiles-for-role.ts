import { operation } from '../operation.ts'

/** No role is in one; who deletes a role asks before. */
export const listInstanceProfilesForRole = operation(
  'ListInstanceProfilesForRole',
  async ({ input, projectId, core }) => {
    await core.iam.roles.get(projectId, input.RoleName)
    return { InstanceProfiles: [], IsTruncated: false }
  },
)

import { askIam } from './iam-api.ts'
import type { Removal } from './remove-principal.ts'

/** Deletes a policy, after it was taken from all that have it, and its older versions. */
export async function removePolicy({ project, change }: Removal, PolicyArn: string): Promise<void> {
  const {
    PolicyUsers = [],
    PolicyGroups = [],
    PolicyRoles = [],
  } = await askIam(project, 'ListEntitiesForPolicy', { PolicyArn, PolicyUsageFilter: 'PermissionsPolicy' })
  for (const { UserName } of PolicyUsers) await change('DetachUserPolicy', { UserName, PolicyArn })
  for (const { GroupName } of PolicyGroups) await change('DetachGroupPolicy', { GroupName, PolicyArn })
  for (const { RoleName } of PolicyRoles) await change('DetachRolePolicy', { RoleName, PolicyArn })
  const { Versions = [] } = await askIam(project, 'ListPolicyVersions', { PolicyArn })
  for (const { VersionId, IsDefaultVersion } of Versions)
    if (IsDefaultVersion !== true) await change('DeletePolicyVersion', { PolicyArn, VersionId })
  await change('DeletePolicy', { PolicyArn })
}

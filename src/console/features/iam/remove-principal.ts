import { askIam, type ChangeIam } from './iam-api.ts'
import { inActions, whose, type Principal } from './principal.ts'

export interface Removal {
  readonly project: string
  readonly change: ChangeIam
}

/** Deletes a user, group or role, and before what IAM does not delete with it: policies, keys, memberships. */
export async function removePrincipal(removal: Removal, principal: Principal): Promise<void> {
  const { change } = removal
  const { kind, name } = principal
  await removePolicies(removal, principal)
  if (kind === 'role') await change('DeleteRole', { RoleName: name })
  else if (kind === 'group') await removeGroup(removal, name)
  else await removeUser(removal, name)
}

async function removePolicies({ project, change }: Removal, principal: Principal): Promise<void> {
  const word = inActions[principal.kind]
  const of = whose(principal)
  const { AttachedPolicies = [] } = await askIam(project, `ListAttached${word}Policies`, of)
  for (const { PolicyArn } of AttachedPolicies) await change(`Detach${word}Policy`, { ...of, PolicyArn })
  const { PolicyNames = [] } = await askIam(project, `List${word}Policies`, of)
  for (const PolicyName of PolicyNames) await change(`Delete${word}Policy`, { ...of, PolicyName })
}

async function removeUser({ project, change }: Removal, UserName: string): Promise<void> {
  const { AccessKeyMetadata = [] } = await askIam(project, 'ListAccessKeys', { UserName })
  for (const { AccessKeyId } of AccessKeyMetadata) await change('DeleteAccessKey', { UserName, AccessKeyId })
  const { Groups = [] } = await askIam(project, 'ListGroupsForUser', { UserName })
  for (const { GroupName } of Groups) await change('RemoveUserFromGroup', { UserName, GroupName })
  await change('DeleteUser', { UserName })
}

async function removeGroup({ project, change }: Removal, GroupName: string): Promise<void> {
  for (;;) {
    const { Users = [] } = await askIam(project, 'GetGroup', { GroupName })
    if (Users.length === 0) break
    for (const { UserName } of Users) await change('RemoveUserFromGroup', { UserName, GroupName })
  }
  await change('DeleteGroup', { GroupName })
}

import type { Caller } from '../caller.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
export type Permission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL'

export const groups = {
  allUsers: 'http://acs.amazonaws.com/groups/global/AllUsers',
  authenticatedUsers: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
  logDelivery: 'http://acs.amazonaws.com/groups/s3/LogDelivery',
} as const
export type GroupUri = (typeof groups)[keyof typeof groups]

/** A group, or the canonical id of a project, or the id of one of its users. */
export type Grantee = { readonly group: GroupUri } | { readonly canonicalId: string }

export interface Grant {
  readonly grantee: Grantee
  readonly permission: Permission
}

export interface Acl {
  /** The owner's canonical id. */
  readonly owner: string
  readonly grants: readonly Grant[]
}

/** Full control for the owner, nothing for others. */
export const privateAcl = (owner: string): Acl => ({
  owner,
  grants: [{ grantee: { canonicalId: owner }, permission: 'FULL_CONTROL' }],
})

/** The ACL of a stored object. */
export const aclOf = (version: {
  readonly ownerId: string
  readonly attributes: { readonly acl?: Acl }
}): Acl => version.attributes.acl ?? privateAcl(version.ownerId)

interface AclQuestion {
  readonly caller: Caller
  readonly permission: Permission
  /** Whether grants to everyone mean nothing. */
  readonly ignoresPublic: boolean
}

/** Whether an ACL lets the caller do what a permission stands for. Its owner may, whatever the grants say. */
export const permits = (acl: Acl, { caller, permission, ignoresPublic }: AclQuestion): boolean =>
  (caller.kind === 'project' && caller.project.canonicalId === acl.owner) ||
  acl.grants.some(
    (grant) =>
      (grant.permission === permission || grant.permission === 'FULL_CONTROL') &&
      includes(grant.grantee, caller) &&
      !(ignoresPublic && isPublicGrant(grant)),
  )

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status */
export const isPublicAcl = ({ grants }: Acl): boolean => grants.some(isPublicGrant)

const isPublicGrant = ({ grantee }: Grant) =>
  'group' in grantee && (grantee.group === groups.allUsers || grantee.group === groups.authenticatedUsers)

function includes(grantee: Grantee, caller: Caller): boolean {
  if ('canonicalId' in grantee) {
    const { canonicalId } = grantee
    if (caller.kind === 'anonymous') return false
    return caller.project.canonicalId === canonicalId || caller.principal?.userId === canonicalId
  }
  if (grantee.group === groups.allUsers) return true
  return grantee.group === groups.authenticatedUsers && caller.kind === 'project'
}

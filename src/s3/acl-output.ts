import type { Account, DescribedAcl } from '../core/policy/describe-acl.ts'

/** The members of GetBucketAcl and GetObjectAcl. */
export const aclOutput = ({ owner, grants }: DescribedAcl) => ({
  Owner: accountOutput(owner),
  Grants: grants.map(({ grantee, permission }) => ({
    Grantee: granteeOutput(grantee),
    Permission: permission,
  })),
})

export const granteeOutput = (grantee: DescribedAcl['grants'][number]['grantee']) =>
  'group' in grantee
    ? { Type: 'Group' as const, URI: grantee.group }
    : { Type: 'CanonicalUser' as const, ...accountOutput(grantee) }

const accountOutput = ({ canonicalId, displayName }: Account) => ({
  ID: canonicalId,
  DisplayName: displayName,
})

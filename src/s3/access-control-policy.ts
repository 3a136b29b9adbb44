import { S3Error } from '../core/errors.ts'
import type { Permission } from '../core/policy/acl.ts'
import type { AclRequest, GivenGrant, GivenGrantee } from '../core/policy/requested-acl.ts'

interface GranteeElement {
  readonly ID?: string | undefined
  readonly URI?: string | undefined
  readonly EmailAddress?: string | undefined
}

interface GrantElement {
  readonly Grantee?: GranteeElement | undefined
  readonly Permission?: Permission | undefined
}

interface AccessControlPolicy {
  readonly Owner?: { readonly ID?: string | undefined } | undefined
  readonly Grants?: readonly GrantElement[] | undefined
}

/** Reads the ACL in the body of PutBucketAcl and PutObjectAcl. Throws MalformedACLError for a grant that is not whole. */
export const documentOf = (policy: AccessControlPolicy | undefined): AclRequest['document'] =>
  policy && { owner: policy.Owner?.ID, grants: (policy.Grants ?? []).map(grantOf) }

function grantOf({ Grantee = {}, Permission }: GrantElement): GivenGrant {
  const grantee = granteeOf(Grantee)
  if (!grantee || !Permission) throw new S3Error('MalformedACLError')
  return { grantee, permission: Permission }
}

function granteeOf({ ID, URI, EmailAddress }: GranteeElement): GivenGrantee | undefined {
  if (ID !== undefined) return { id: ID }
  if (URI !== undefined) return { uri: URI }
  return EmailAddress === undefined ? undefined : { emailAddress: EmailAddress }
}

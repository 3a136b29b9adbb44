import { findGrantee } from './grantee-lookup.ts'
import type { Acl, GroupUri, Permission } from './acl.ts'
import type { Parts } from '../parts.ts'

/** A project or user as ACLs show it; without a name when it is gone. */
export interface Account {
  readonly canonicalId: string
  readonly displayName: string | undefined
}

/** An ACL with the names of those it speaks of. */
export interface DescribedAcl {
  readonly owner: Account
  readonly grants: readonly {
    readonly grantee: { readonly group: GroupUri } | Account
    readonly permission: Permission
  }[]
}

/** Adds the names, and puts groups in front, as canned ACLs do. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html */
export async function describeAcl({ metadata }: Pick<Parts, 'metadata'>, acl: Acl): Promise<DescribedAcl> {
  const describe = async (canonicalId: string): Promise<Account> => {
    const grantee = await findGrantee({ metadata }, canonicalId)
    return { canonicalId, displayName: grantee?.name }
  }
  return {
    owner: await describe(acl.owner),
    grants: await Promise.all(
      groupsFirst(acl).map(async ({ grantee, permission }) => ({
        grantee: 'group' in grantee ? grantee : await describe(grantee.canonicalId),
        permission,
      })),
    ),
  }
}

const groupsFirst = ({ grants }: Acl) =>
  grants.toSorted((left, right) => Number('group' in right.grantee) - Number('group' in left.grantee))

import type { Acl, GroupUri, Permission } from './acl.ts'
import type { Parts } from '../parts.ts'

/** A project as ACLs show it; without a name when it is gone. */
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

/** Adds the names. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html */
export async function describeAcl({ metadata }: Pick<Parts, 'metadata'>, acl: Acl): Promise<DescribedAcl> {
  const describe = async (canonicalId: string): Promise<Account> => {
    const project = await metadata.catalog.findProjectByCanonicalId(canonicalId)
    return { canonicalId, displayName: project?.name }
  }
  return {
    owner: await describe(acl.owner),
    grants: await Promise.all(
      acl.grants.map(async ({ grantee, permission }) => ({
        grantee: 'group' in grantee ? grantee : await describe(grantee.canonicalId),
        permission,
      })),
    ),
  }
}

import { granteeLookup } from './grantee-lookup.ts'
import { resolveAcl, type AclRequest } from './requested-acl.ts'
import type { Acl } from './acl.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Parts } from '../parts.ts'

/** The ACL of an object about to be written; undefined: private. Throws what resolveAcl throws. */
export const newObjectAcl = async (
  parts: Pick<Parts, 'metadata'>,
  bucket: Bucket,
  owner: string,
  request: AclRequest,
): Promise<Acl | undefined> =>
  request.canned === undefined && !request.grants?.length
    ? undefined
    : resolveAcl(request, { owner, bucketOwner: bucket.configuration.acl.owner }, granteeLookup(parts))

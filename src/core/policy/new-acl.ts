import { getBucket } from '../buckets/get-bucket.ts'
import { type Acl, privateAcl } from './acl.ts'
import { granteeLookup } from './grantee-lookup.ts'
import { ownerOf } from './owner.ts'
import { type AclRequest, resolveAcl } from './requested-acl.ts'
import type { Caller, ProjectCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** The ACL of a bucket that the caller is about to create. Throws what resolveAcl throws. */
export const newBucketAcl =
  (parts: Pick<Parts, 'metadata'>) =>
  async ({ project }: ProjectCaller, request: AclRequest | undefined): Promise<Acl> => {
    const owner = project.canonicalId
    const acl = request && (await resolveAcl(request, { owner, bucketOwner: owner }, granteeLookup(parts)))
    return acl ?? privateAcl(owner)
  }

/** The ACL of an object that the caller is about to write. Throws NoSuchBucket and what resolveAcl throws. */
export const newObjectAcl =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, bucketName: string, request: AclRequest): Promise<Acl | undefined> => {
    const bucket = await getBucket(parts, caller, bucketName)
    const owner = await ownerOf(parts, caller, bucket)
    return resolveAcl(request, { owner, bucketOwner: bucket.configuration.acl.owner }, granteeLookup(parts))
  }

import { S3Error } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { Acl } from '../policy/acl.ts'
import type { Caller } from '../caller.ts'
import type { ObjectOwnership } from './object-ownership.ts'
import type { Parts } from '../parts.ts'

/** Throws OwnershipControlsNotFoundError. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html */
export const getOwnershipControls =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<ObjectOwnership> => {
    const { objectOwnership } = (await getBucket(parts, caller, name)).configuration
    if (objectOwnership) return objectOwnership
    throw new S3Error('OwnershipControlsNotFoundError', { detail: { BucketName: name } })
  }

/**
 * Throws InvalidBucketAclWithObjectOwnership when ACLs shall mean nothing while the bucket's own grants something.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html
 */
export const putOwnershipControls =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string, objectOwnership: ObjectOwnership): Promise<void> =>
    changeConfiguration(parts, { caller, name }, (configuration) => {
      checkAclFits(objectOwnership, configuration.acl)
      return { ...configuration, objectOwnership }
    })

/** Afterwards objects belong to their writers again. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketOwnershipControls.html */
export const deleteOwnershipControls =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string): Promise<void> =>
    changeConfiguration(parts, { caller, name }, ({ objectOwnership, ...kept }) => kept)

/** Throws InvalidBucketAclWithObjectOwnership for a bucket whose ACL grants others something that the ownership would void. */
export function checkAclFits(objectOwnership: ObjectOwnership | undefined, { owner, grants }: Acl): void {
  if (objectOwnership !== 'BucketOwnerEnforced') return
  const isPrivate = grants.every(({ grantee }) => 'canonicalId' in grantee && grantee.canonicalId === owner)
  if (!isPrivate) throw new S3Error('InvalidBucketAclWithObjectOwnership')
}

import { S3Error } from '../errors.ts'
import { bucketDocument } from './bucket-document.ts'
import type { Acl } from '../policy/acl.ts'
import type { ObjectOwnership } from './object-ownership.ts'

const document = bucketDocument('objectOwnership', {
  missing: 'OwnershipControlsNotFoundError',
  check: (objectOwnership, { acl }) => {
    checkAclFits(objectOwnership, acl)
  },
})

/** Throws OwnershipControlsNotFoundError. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html */
export const getOwnershipControls = document.get

/** Throws what checkAclFits throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html */
export const putOwnershipControls = document.put

/** Afterwards objects belong to their writers again. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketOwnershipControls.html */
export const deleteOwnershipControls = document.delete

/** Throws InvalidBucketAclWithObjectOwnership for a bucket whose ACL grants others something that the ownership would void. */
export function checkAclFits(objectOwnership: ObjectOwnership | undefined, { owner, grants }: Acl): void {
  if (objectOwnership !== 'BucketOwnerEnforced') return
  const isPrivate = grants.every(({ grantee }) => 'canonicalId' in grantee && grantee.canonicalId === owner)
  if (!isPrivate) throw new S3Error('InvalidBucketAclWithObjectOwnership')
}

import { S3Error } from '../errors.ts'
import { aclOf, privateAcl, type Acl } from './acl.ts'
import type { Bucket, BucketConfiguration } from '../buckets/bucket.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { AclRequest } from './requested-acl.ts'

/** Whether ACLs mean nothing in a bucket. */
export const disablesAcls = ({ objectOwnership }: BucketConfiguration): boolean =>
  objectOwnership === 'BucketOwnerEnforced'

/** The ACL of an object, or what stands for it where ACLs mean nothing. */
export const effectiveAcl = (
  { configuration }: Pick<Bucket, 'configuration'>,
  version: Pick<ObjectVersion, 'ownerId' | 'attributes'>,
): Acl => (disablesAcls(configuration) ? privateAcl(configuration.acl.owner) : aclOf(version))

/** Whether the bucket's owner is to own an object that a request with this ACL writes. */
export const givesToBucketOwner = ({ objectOwnership }: BucketConfiguration, acl: AclRequest): boolean =>
  objectOwnership === 'BucketOwnerEnforced' ||
  (objectOwnership === 'BucketOwnerPreferred' && acl.canned === 'bucket-owner-full-control')

/**
 * Throws AccessControlListNotSupported where ACLs mean nothing, for one that says more than that the bucket's owner has full control.
 */
export function refuseUselessAcl(configuration: BucketConfiguration, request: AclRequest): void {
  if (disablesAcls(configuration) && !saysNothingNew(request, configuration.acl.owner))
    throw new S3Error('AccessControlListNotSupported')
}

function saysNothingNew({ canned, grants = [], document }: AclRequest, bucketOwner: string): boolean {
  if (canned !== undefined && canned !== 'bucket-owner-full-control') return false
  return [...grants, ...(document?.grants ?? [])].every(
    ({ grantee, permission }) =>
      permission === 'FULL_CONTROL' && 'id' in grantee && grantee.id === bucketOwner,
  )
}

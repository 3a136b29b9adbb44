import { S3Error } from '../errors.ts'
import { type Acl, type Grant, type GroupUri, type Permission, groups, privateAcl } from './acl.ts'

interface Owners {
  /** Canonical id of who owns the bucket or object. */
  readonly owner: string
  /** Canonical id of who owns the bucket that it is, or lies in. */
  readonly bucketOwner: string
}

const toGroup = (group: GroupUri, ...permissions: readonly Permission[]): readonly Grant[] =>
  permissions.map((permission) => ({ grantee: { group }, permission }))

const toBucketOwner = ({ owner, bucketOwner }: Owners, permission: Permission): readonly Grant[] =>
  bucketOwner === owner ? [] : [{ grantee: { canonicalId: bucketOwner }, permission }]

/** What each canned ACL grants beside the owner's full control. */
const cannedGrants: Readonly<Record<string, (owners: Owners) => readonly Grant[]>> = {
  private: () => [],
  'public-read': () => toGroup(groups.allUsers, 'READ'),
  'public-read-write': () => toGroup(groups.allUsers, 'READ', 'WRITE'),
  'authenticated-read': () => toGroup(groups.authenticatedUsers, 'READ'),
  'bucket-owner-read': (owners) => toBucketOwner(owners, 'READ'),
  'bucket-owner-full-control': (owners) => toBucketOwner(owners, 'FULL_CONTROL'),
  'log-delivery-write': () => toGroup(groups.logDelivery, 'WRITE', 'READ_ACP'),
  // For EC2, which is not here to be granted anything.
  'aws-exec-read': () => [],
}

/**
 * The ACL that a name in x-amz-acl stands for. Throws InvalidArgument for an unknown name.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
export function cannedAcl(name: string, owners: Owners): Acl {
  const grants = Object.hasOwn(cannedGrants, name) ? cannedGrants[name] : undefined
  if (!grants)
    throw new S3Error('InvalidArgument', { detail: { ArgumentName: 'x-amz-acl', ArgumentValue: name } })
  // The owner comes last, where clients that pick a grant by its position expect it.
  return { owner: owners.owner, grants: [...grants(owners), ...privateAcl(owners.owner).grants] }
}

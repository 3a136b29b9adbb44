import type { Permission } from './acl.ts'
import type { S3Action } from './s3-actions.ts'

/** The permission that grants an action, and the ACL in which it stands. */
export interface AclRight {
  readonly on: 'bucket' | 'object'
  readonly permission: Permission
}

const onBucket = (permission: Permission): AclRight => ({ on: 'bucket', permission })
const onObject = (permission: Permission): AclRight => ({ on: 'object', permission })

/**
 * What ACLs can grant; every other action is the bucket owner's.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions
 */
export const aclRights: Readonly<Partial<Record<S3Action, AclRight>>> = {
  's3:AbortMultipartUpload': onBucket('WRITE'),
  's3:DeleteObject': onBucket('WRITE'),
  's3:GetBucketAcl': onBucket('READ_ACP'),
  's3:GetObject': onObject('READ'),
  's3:GetObjectAcl': onObject('READ_ACP'),
  's3:GetObjectAttributes': onObject('READ'),
  's3:GetObjectVersion': onObject('READ'),
  's3:GetObjectVersionAcl': onObject('READ_ACP'),
  's3:GetObjectVersionAttributes': onObject('READ'),
  's3:ListBucket': onBucket('READ'),
  's3:ListBucketMultipartUploads': onBucket('READ'),
  's3:ListBucketVersions': onBucket('READ'),
  's3:ListMultipartUploadParts': onBucket('WRITE'),
  's3:PutBucketAcl': onBucket('WRITE_ACP'),
  's3:PutObject': onBucket('WRITE'),
  's3:PutObjectAcl': onObject('WRITE_ACP'),
  // Who may replace an object may also tag it, as with the headers of the upload.
  's3:PutObjectTagging': onBucket('WRITE'),
  's3:PutObjectVersionAcl': onObject('WRITE_ACP'),
}

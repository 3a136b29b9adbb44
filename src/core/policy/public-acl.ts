import { S3Error } from '../errors.ts'
import { isPublicAcl, type Acl } from './acl.ts'
import type { BucketConfiguration } from '../buckets/bucket.ts'

/** Throws AccessDenied for an ACL that grants something to everyone where none may. */
export function refusePublicAcl({ publicAccessBlock }: BucketConfiguration, acl: Acl | undefined): void {
  if (acl && publicAccessBlock?.blockPublicAcls && isPublicAcl(acl)) throw new S3Error('AccessDenied')
}

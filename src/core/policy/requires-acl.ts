import { decide } from './decide.ts'
import type { Bucket, BucketConfiguration } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { Resource } from './resource.ts'
import type { S3Action } from './s3-actions.ts'

/** The same bucket as if ACLs meant nothing in it; remembered, so that its policy is compiled once. */
const withoutAcls = new WeakMap<BucketConfiguration, BucketConfiguration>()

/** Whether what was allowed was allowed by an ACL only. */
export function requiresAcl(
  caller: Caller,
  action: S3Action,
  { bucket, ...resource }: Resource & { readonly bucket: Bucket },
): boolean {
  const { configuration } = bucket
  let without = withoutAcls.get(configuration)
  if (!without) {
    without = { ...configuration, objectOwnership: 'BucketOwnerEnforced' }
    withoutAcls.set(configuration, without)
  }
  return decide(caller, action, { ...resource, bucket: { ...bucket, configuration: without } }) !== 'allow'
}

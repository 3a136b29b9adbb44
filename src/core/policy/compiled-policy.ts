import { compilePolicy, type CompiledPolicy } from './identity-policy.ts'
import { isPublicPolicy } from './public-policy.ts'
import type { BucketConfiguration } from '../buckets/bucket.ts'

export interface BucketPolicy extends CompiledPolicy {
  /** See isPublicPolicy. */
  readonly isPublic: boolean
}

/** Throws MalformedPolicy. */
export function compileBucketPolicy(text: string): BucketPolicy {
  const policy = compilePolicy(text, { hasPrincipals: true, hasResources: true })
  return { ...policy, isPublic: isPublicPolicy(policy) }
}

/** Compiled once for each configuration that the catalog remembers. */
const compiled = new WeakMap<BucketConfiguration, BucketPolicy>()

/** The policy of a bucket, ready to be asked; undefined when there is none. */
export function bucketPolicyOf(configuration: BucketConfiguration): BucketPolicy | undefined {
  if (configuration.policy === undefined) return undefined
  let policy = compiled.get(configuration)
  if (!policy) compiled.set(configuration, (policy = compileBucketPolicy(configuration.policy)))
  return policy
}

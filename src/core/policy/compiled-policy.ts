import { isPublicPolicy } from './public-policy.ts'
import { parsePolicy, type Policy } from './language/policy.ts'
import type { BucketConfiguration } from '../buckets/bucket.ts'

export interface BucketPolicy extends Policy {
  /** See isPublicPolicy. */
  readonly isPublic: boolean
  /** Whether it asks for the tags of an object, stored or about to be. */
  readonly asksForTags: boolean
}

/** Throws MalformedPolicy. */
export function compileBucketPolicy(text: string): BucketPolicy {
  const policy = parsePolicy(text, { hasPrincipals: true, hasResources: true })
  const asksForTags = [...policy.keys].some((key) => tagKey.test(key))
  return { ...policy, isPublic: isPublicPolicy(policy), asksForTags }
}

const tagKey = /^s3:(?:existingobjecttag\/|requestobjecttag)/

/** Compiled once for each configuration that the catalog remembers. */
const compiled = new WeakMap<BucketConfiguration, BucketPolicy>()

/** The policy of a bucket, ready to be asked; undefined when there is none. */
export function bucketPolicyOf(configuration: BucketConfiguration): BucketPolicy | undefined {
  if (configuration.policy === undefined) return undefined
  let policy = compiled.get(configuration)
  if (!policy) compiled.set(configuration, (policy = compileBucketPolicy(configuration.policy)))
  return policy
}

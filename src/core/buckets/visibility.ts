import { anonymous } from '../caller.ts'
import { bucketPolicyOf } from '../policy/compiled-policy.ts'
import { decide } from '../policy/decide.ts'
import { isPublicAcl } from '../policy/acl.ts'
import type { Bucket } from './bucket.ts'

/** `public-read`: everybody may read every object. `partly-public`: something of it is open to everybody. */
export type Visibility = 'private' | 'public-read' | 'partly-public'

/** As policy and ACL of the bucket have it; single objects may be open beside. */
export function visibilityOf(bucket: Bucket): Visibility {
  // A statement about all objects is about one without a name, too.
  if (decide(anonymous, 's3:GetObject', { bucket, key: '' }) === 'allow') return 'public-read'
  const isRestricted = bucket.configuration.publicAccessBlock?.restrictPublicBuckets ?? false
  const isOpen = (hasPublicPolicy(bucket) && !isRestricted) || hasPublicAcl(bucket)
  return isOpen ? 'partly-public' : 'private'
}

/** Whether policy or ACL open the bucket to people who are not known. */
export const isPublicBucket = (bucket: Bucket): boolean => hasPublicPolicy(bucket) || hasPublicAcl(bucket)

const hasPublicPolicy = ({ configuration }: Bucket): boolean =>
  bucketPolicyOf(configuration)?.isPublic ?? false

const hasPublicAcl = ({ configuration: { acl, publicAccessBlock } }: Bucket): boolean =>
  isPublicAcl(acl) && !publicAccessBlock?.ignorePublicAcls

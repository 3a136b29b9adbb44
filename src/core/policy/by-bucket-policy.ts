import { aclOf } from './acl.ts'
import { bucketPolicyOf, type BucketPolicy } from './compiled-policy.ts'
import { consult } from './consult.ts'
import { disablesAcls } from './object-ownership.ts'
import { owns } from './owns.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Question } from './question.ts'
import type { Requester } from './language/principal.ts'
import type { Resource } from './resource.ts'
import type { Say } from './say.ts'

/**
 * What the bucket's policy says, to the caller or to somebody the caller counts as.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 */
export function byBucketPolicy(question: Question, requester?: Requester): Say {
  const { bucket } = question.resource
  const policy = bucket && bucketPolicyOf(bucket.configuration)
  // Whatever the policy says, who owns the bucket can put it right.
  if (!policy || (isAboutPolicy(question) && isRootOf(bucket, question))) return undefined
  return policySays(policy, { bucket, question, requester })
}

interface Asked {
  readonly bucket: Bucket
  readonly question: Question
  readonly requester: Requester | undefined
}

function policySays(policy: BucketPolicy, { bucket, question, requester }: Asked): Say {
  if (policy.isPublic && isRestricted(bucket) && !owns(question.caller, bucket)) {
    question.record?.({ source: 'public-access-block', says: 'deny' })
    return 'deny'
  }
  const says = consult(policy, question, { source: 'bucket-policy', requester })
  return says === 'allow' && isForeign(bucket, question.resource) ? undefined : says
}

/** Whether a public policy opens the bucket to its own account only. */
const isRestricted = ({ configuration }: Bucket) =>
  configuration.publicAccessBlock?.restrictPublicBuckets ?? false

const isAboutPolicy = ({ action }: Question) =>
  action === 's3:GetBucketPolicy' || action === 's3:PutBucketPolicy' || action === 's3:DeleteBucketPolicy'

const isRootOf = (bucket: Bucket, { caller }: Question) =>
  owns(caller, bucket) && caller.kind === 'project' && !caller.principal

/** A bucket's owner can't share what belongs to another project, only deny it. */
const isForeign = ({ configuration }: Bucket, { version }: Resource): boolean =>
  version !== undefined && !disablesAcls(configuration) && aclOf(version).owner !== configuration.acl.owner

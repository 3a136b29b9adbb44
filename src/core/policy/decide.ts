import { type Acl, aclOf, permits } from './acl.ts'
import { aclRights } from './acl-rights.ts'
import { bucketPolicyOf, type BucketPolicy } from './compiled-policy.ts'
import { factsOf, requesterOf } from './facts.ts'
import { evaluate } from './language/evaluate.ts'
import { disablesAcls } from './object-ownership.ts'
import { isDecidedOnObject, type S3Action } from './s3-actions.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { Resource } from './resource.ts'

/** `needs-object`: ask again with the row of the object, once it has been read. */
export type Decision = 'allow' | 'deny' | 'needs-object'

interface Question {
  readonly caller: Caller
  readonly action: S3Action
  readonly resource: Resource
}

/** Something that grants access, or denies it; undefined when it has no say. */
type Opinion = (question: Question) => Decision | undefined

const opinions: readonly Opinion[] = [byPolicy, byOwnership, byAcl]
/** An explicit deny wins over every allow. */
const precedence: readonly Decision[] = ['deny', 'allow', 'needs-object']

/**
 * Whether a caller may do something: nothing else in the program grants access.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html
 */
export function decide(caller: Caller, action: S3Action, resource: Resource): Decision {
  const question = { caller, action, resource }
  const given = opinions.map((opinion) => opinion(question))
  return precedence.find((decision) => given.includes(decision)) ?? 'deny'
}

/** Whether a caller is told that an object does not exist, rather than AccessDenied: who may list what begins like its key. */
export const mayLearnOfMissing = (caller: Caller, bucket: Bucket, key: string): boolean =>
  decide(caller, 's3:ListBucket', { bucket, prefix: key }) === 'allow'

/** A project may do everything with its buckets, but an object of another writer is that writer's to share. */
function byOwnership({ caller, action, resource }: Question): Decision | undefined {
  const { bucket, isNew = false } = resource
  if (caller.kind !== 'project' || (bucket && !owns(caller, bucket))) return undefined
  const isAclsMatter = bucket && !isNew && !disablesAcls(bucket.configuration)
  return isAclsMatter && aclRights[action]?.on === 'object' ? undefined : 'allow'
}

const owns = (caller: Caller, bucket: Bucket): boolean =>
  caller.kind === 'project' && caller.project.id === bucket.projectId

function byAcl({ caller, action, resource }: Question): Decision | undefined {
  const { bucket } = resource
  // Who may write an object may say what it is to be like.
  const right = aclRights[resource.isNew ? 's3:PutObject' : action]
  if (!right || !bucket || disablesAcls(bucket.configuration)) return undefined
  const acl = right.on === 'bucket' ? bucket.configuration.acl : aclOfObject(resource)
  if (!acl) return 'needs-object'
  const ignoresPublic = bucket.configuration.publicAccessBlock?.ignorePublicAcls ?? false
  return permits(acl, { caller, permission: right.permission, ignoresPublic }) ? 'allow' : undefined
}

const aclOfObject = ({ version }: Resource): Acl | undefined => version && aclOf(version)

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html */
function byPolicy(question: Question): Decision | undefined {
  const { caller, action, resource } = question
  const { bucket } = resource
  const policy = bucket && bucketPolicyOf(bucket.configuration)
  if (!policy) return undefined
  const isOwner = owns(caller, bucket)
  // Whatever the policy says, who owns the bucket can put it right.
  if (isOwner && isAboutPolicy(action)) return undefined
  const isRestricted = bucket.configuration.publicAccessBlock?.restrictPublicBuckets && policy.isPublic
  if (isRestricted && !isOwner) return 'deny'
  return needsObject(policy, question) ? 'needs-object' : verdictOf(policy, bucket, question)
}

const isAboutPolicy = (action: S3Action) =>
  action === 's3:GetBucketPolicy' || action === 's3:PutBucketPolicy' || action === 's3:DeleteBucketPolicy'

const needsObject = (policy: BucketPolicy, { action, resource: { version, isNew } }: Question) =>
  policy.asksForTags && !version && !isNew && isDecidedOnObject(action)

function verdictOf(policy: BucketPolicy, bucket: Bucket, question: Question): Decision | undefined {
  const { caller, action, resource } = question
  const verdict = evaluate(policy, {
    requester: requesterOf(caller),
    action: action.toLowerCase(),
    resource: arnOf(bucket, resource),
    valuesOf: factsOf(caller, resource),
  })
  return verdict === 'allow' && isForeign(bucket, resource) ? undefined : verdict
}

/** A bucket's owner can't share what belongs to another project, only deny it. */
const isForeign = ({ configuration }: Bucket, { version }: Resource): boolean =>
  version !== undefined && !disablesAcls(configuration) && aclOf(version).owner !== configuration.acl.owner

/** Named by its own name alone, however the request has spelt it. */
function arnOf({ name }: Bucket, { key, version }: Resource): string {
  const named = version?.key ?? key
  return named === undefined ? `arn:aws:s3:::${name}` : `arn:aws:s3:::${name}/${named}`
}

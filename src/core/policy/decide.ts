import { byAcl } from './by-acl.ts'
import { byBucketPolicy } from './by-bucket-policy.ts'
import { aclRights } from './acl-rights.ts'
import { disablesAcls } from './object-ownership.ts'
import { owns } from './owns.ts'
import type { S3Action } from './s3-actions.ts'
import { questionOf, type Question } from './question.ts'
import { either, type Decision, type Say } from './say.ts'
import { weigh, type ResourceSide } from './weigh.ts'
import { anonymous } from '../caller.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { Consultation } from './consult.ts'
import type { Requester } from './language/principal.ts'
import type { Resource } from './resource.ts'

/**
 * Whether a caller may do something: nothing else in the program grants access.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html
 */
export const decide = (
  caller: Caller,
  action: S3Action,
  resource: Resource,
  record?: Consultation['record'],
): Decision => {
  const question = questionOf(caller, { action, resource, record })
  return weigh(question, resourceSide(question))
}

/** Whether a caller is told that an object does not exist, rather than AccessDenied: who may list what begins like its key. */
export const mayLearnOfMissing = (caller: Caller, bucket: Bucket, key: string): boolean =>
  decide(caller, 's3:ListBucket', { bucket, prefix: key }) === 'allow'

function resourceSide(question: Question): ResourceSide {
  const { caller, resource } = question
  const ofBucket = byBucketPolicy(question)
  const account = either(ofBucket, either(byOwnership(question), byAcl(question)))
  if (caller.kind === 'anonymous' || !caller.principal || !isAtHome(caller, resource)) return { account }
  return { account, grants: (requester) => granted({ ...question, record: undefined }, requester) }
}

/** What is denied has been heard of the account already. */
function granted(question: Question, requester: Requester): Say {
  const ofBucket = byBucketPolicy(question, requester)
  const ofAcl = requester.kind === 'anonymous' ? byAcl({ ...question, caller: anonymous }) : undefined
  return either(ofBucket === 'deny' ? undefined : ofBucket, ofAcl)
}

const isAtHome = (caller: Caller, { bucket }: Resource) => !bucket || owns(caller, bucket)

/** A project may do everything with its buckets, but an object of another writer is that writer's to share. */
function byOwnership({ caller, action, resource, record }: Question): Say {
  const { bucket, isNew = false } = resource
  if (caller.kind !== 'project' || !isAtHome(caller, resource)) return undefined
  const isAclsMatter = bucket && !isNew && !disablesAcls(bucket.configuration)
  const says = isAclsMatter && aclRights[action]?.on === 'object' ? undefined : 'allow'
  record?.({ source: 'ownership', says })
  return says
}

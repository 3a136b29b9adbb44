import { type Acl, permits } from './acl.ts'
import { type S3Action, aclRights } from './acl-rights.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'

/** `needs-object`: ask again with the ACL of the object, once it has been read. */
export type Decision = 'allow' | 'deny' | 'needs-object'

export interface Resource {
  /** Undefined for actions on no bucket that exists, such as `s3:ListAllMyBuckets` and `s3:CreateBucket`. */
  readonly bucket?: Bucket | undefined
  /** See `aclOf`. */
  readonly objectAcl?: Acl | undefined
}

interface Question {
  readonly caller: Caller
  readonly action: S3Action
  readonly resource: Resource
}

/** Something that grants access, or denies it; undefined when it has no say. */
type Opinion = (question: Question) => Decision | undefined

const opinions: readonly Opinion[] = [byOwnership, byAcl]
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

/** Whether a caller is told that an object does not exist, rather than AccessDenied. */
export const mayLearnOfMissing = (caller: Caller, bucket: Bucket): boolean =>
  decide(caller, 's3:ListBucket', { bucket }) === 'allow'

/** A project may do everything with its buckets, but an object of another writer is that writer's to share. */
function byOwnership({ caller, action, resource: { bucket } }: Question): Decision | undefined {
  if (caller.kind !== 'project') return undefined
  if (bucket && bucket.projectId !== caller.project.id) return undefined
  return aclRights[action]?.on === 'object' ? undefined : 'allow'
}

function byAcl({ caller, action, resource: { bucket, objectAcl } }: Question): Decision | undefined {
  const right = aclRights[action]
  if (!right || !bucket) return undefined
  const acl = right.on === 'bucket' ? bucket.configuration.acl : objectAcl
  if (!acl) return 'needs-object'
  return permits(acl, caller, right.permission) ? 'allow' : undefined
}

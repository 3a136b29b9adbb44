import { type Acl, aclOf, permits } from './acl.ts'
import { aclRights, type AclRight } from './acl-rights.ts'
import { disablesAcls } from './object-ownership.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Question } from './question.ts'
import type { Resource } from './resource.ts'
import type { Say } from './say.ts'

/** What the ACL of the bucket or the object says. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
export function byAcl(question: Question): Say {
  const { action, resource } = question
  const { bucket } = resource
  // Who may write an object may say what it is to be like.
  const right = aclRights[resource.isNew ? 's3:PutObject' : action]
  if (!right || !bucket || disablesAcls(bucket.configuration)) return undefined
  const acl = right.on === 'bucket' ? bucket.configuration.acl : aclOfObject(resource)
  return acl ? granting(acl, right, { question, bucket }) : 'needs-object'
}

function granting(
  acl: Acl,
  { permission }: AclRight,
  { question: { caller, record }, bucket }: { readonly question: Question; readonly bucket: Bucket },
): Say {
  const ignoresPublic = bucket.configuration.publicAccessBlock?.ignorePublicAcls ?? false
  const says = permits(acl, { caller, permission, ignoresPublic }) ? 'allow' : undefined
  record?.({ source: 'acl', says })
  return says
}

const aclOfObject = ({ version }: Resource): Acl | undefined => version && aclOf(version)

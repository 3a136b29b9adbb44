import { refusePublicAcl } from './public-acl.ts'
import { requireAllowed } from './authorise.ts'
import { granteeLookup } from './grantee-lookup.ts'
import { disablesAcls, givesToBucketOwner, refuseUselessAcl } from './object-ownership.ts'
import { resolveAcl, type AclRequest } from './requested-acl.ts'
import type { Acl } from './acl.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { ObjectAttributes } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

/** What a request says of the object that it is about to write. */
export interface NewObject {
  readonly key: string
  readonly acl: AclRequest
  readonly attributes: Pick<ObjectAttributes, 'tags' | 'lock'>
}

/** To whom the object will belong, and what others may do with it. */
export interface NewObjectRights {
  /** Canonical id. */
  readonly ownerId: string
  /** Undefined: private. */
  readonly acl: Acl | undefined
}

/**
 * Decides what a writer may say of an object besides its bytes. Throws AccessDenied for tags, retention or an ACL that the caller may not
 * give, or a public ACL where there may be none; AccessControlListNotSupported; what resolveAcl throws.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export async function newObjectRights(
  parts: Pick<Parts, 'metadata'>,
  caller: Caller,
  bucket: Bucket,
  object: NewObject,
): Promise<NewObjectRights> {
  requireAttributes(caller, bucket, object)
  const { configuration } = bucket
  const { acl: request } = object
  refuseUselessAcl(configuration, request)
  const bucketOwner = configuration.acl.owner
  const isWriters = caller.kind === 'project' && !givesToBucketOwner(configuration, request)
  const ownerId = isWriters ? caller.project.canonicalId : bucketOwner
  if (disablesAcls(configuration) || (request.canned === undefined && !request.grants?.length))
    return { ownerId, acl: undefined }
  const acl = await resolveAcl(request, { owner: ownerId, bucketOwner }, granteeLookup(parts))
  refusePublicAcl(configuration, acl)
  if (acl && sharesWithThird(acl, bucketOwner))
    requireAllowed(caller, 's3:PutObjectAcl', { bucket, key: object.key, isNew: true })
  return { ownerId, acl }
}

function requireAttributes(caller: Caller, bucket: Bucket, { key, attributes: { tags, lock } }: NewObject) {
  const resource = { bucket, key, isNew: true, requestTags: tags }
  if (tags && tags.length > 0) requireAllowed(caller, 's3:PutObjectTagging', resource)
  if (lock?.retention) requireAllowed(caller, 's3:PutObjectRetention', resource)
  if (lock?.legalHold !== undefined) requireAllowed(caller, 's3:PutObjectLegalHold', resource)
}

/** The writer and the bucket's owner need no leave of each other: S3's own examples ask for s3:PutObject alone to give the latter control. */
const sharesWithThird = ({ owner, grants }: Acl, bucketOwner: string): boolean =>
  grants.some(
    ({ grantee }) =>
      'group' in grantee || (grantee.canonicalId !== owner && grantee.canonicalId !== bucketOwner),
  )

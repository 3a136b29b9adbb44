import { getBucket } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { aclOf } from '../policy/acl.ts'
import { type DescribedAcl, describeAcl } from '../policy/describe-acl.ts'
import { granteeLookup } from '../policy/grantee-lookup.ts'
import { type AclRequest, resolveAcl } from '../policy/requested-acl.ts'
import { changeAttributes } from './change-attributes.ts'
import { getVersion } from './open-object.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from './object-ref.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html */
export const getObjectAcl =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, object: ObjectRef): Promise<DescribedAcl> =>
    describeAcl(
      parts,
      aclOf(await getVersion(parts, caller, object, { withData: false, action: 's3:GetObjectAcl' })),
    )

/** Throws what resolveAcl throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html */
export const putObjectAcl =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, object: ObjectRef, request: AclRequest): Promise<ObjectVersion> => {
    const action = 's3:PutObjectAcl'
    const bucketOwner = (await getBucket(parts, caller, object.bucket)).configuration.acl.owner
    const { owner } = aclOf(await getVersion(parts, caller, object, { withData: false, action }))
    const acl = await resolveAcl(request, { owner, bucketOwner }, granteeLookup(parts))
    if (!acl) throw new S3Error('MissingSecurityHeader', { detail: { MissingHeaderName: 'x-amz-acl' } })
    return changeAttributes(parts, { caller, object, action }, (version) => {
      // Another project has replaced the object meanwhile: the grants were not meant for its object.
      if (aclOf(version).owner !== owner) throw new S3Error('OperationAborted')
      return { ...version.attributes, acl }
    })
  }

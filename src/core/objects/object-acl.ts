import { refusePublicAcl } from '../policy/public-acl.ts'
import { S3Error } from '../errors.ts'
import { aclOf } from '../policy/acl.ts'
import { type DescribedAcl, describeAcl } from '../policy/describe-acl.ts'
import { granteeLookup } from '../policy/grantee-lookup.ts'
import { disablesAcls, effectiveAcl, refuseUselessAcl } from '../policy/object-ownership.ts'
import { type AclRequest, resolveAcl } from '../policy/requested-acl.ts'
import { changeAttributes } from './change-attributes.ts'
import { getVersion } from './get-version.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html */
export const getObjectAcl =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, object: ObjectRef): Promise<DescribedAcl> => {
    const action = 's3:GetObjectAcl'
    const { bucket, version } = await getVersion(parts, caller, object, { withData: false, action })
    return describeAcl(parts, effectiveAcl(bucket, version))
  }

/** Throws what resolveAcl throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html */
export const putObjectAcl =
  (parts: Pick<Parts, 'metadata' | 'clock'>) =>
  async (caller: Caller, object: ObjectRef, request: AclRequest): Promise<void> => {
    const action = 's3:PutObjectAcl'
    const located = await getVersion(parts, caller, object, { withData: false, action })
    const { configuration } = located.bucket
    refuseUselessAcl(configuration, request)
    if (disablesAcls(configuration)) return
    const bucketOwner = configuration.acl.owner
    const { owner } = aclOf(located.version)
    const acl = await resolveAcl(request, { owner, bucketOwner }, granteeLookup(parts))
    if (!acl) throw new S3Error('MissingSecurityHeader', { detail: { MissingHeaderName: 'x-amz-acl' } })
    refusePublicAcl(configuration, acl)
    const event = { name: 'ObjectAcl:Put', at: parts.clock.now() } as const
    await changeAttributes(parts, { caller, object, action, event }, (version) => {
      // Another project has replaced the object meanwhile: the grants were not meant for its object.
      if (aclOf(version).owner !== owner) throw new S3Error('OperationAborted')
      return { ...version.attributes, acl }
    })
  }

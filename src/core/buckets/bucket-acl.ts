import { S3Error } from '../errors.ts'
import { type DescribedAcl, describeAcl } from '../policy/describe-acl.ts'
import { granteeLookup } from '../policy/grantee-lookup.ts'
import { disablesAcls, refuseUselessAcl } from '../policy/object-ownership.ts'
import { type AclRequest, resolveAcl } from '../policy/requested-acl.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import { refusePublicAcl } from '../policy/public-acl.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html */
export const getBucketAcl =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<DescribedAcl> => {
    const { configuration } = await getBucket(parts, caller, name)
    return describeAcl(parts, configuration.acl)
  }

/** Throws what resolveAcl throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html */
export const putBucketAcl =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, request: AclRequest): Promise<void> => {
    const { configuration: current } = await getBucket(parts, caller, name)
    refuseUselessAcl(current, request)
    if (disablesAcls(current)) return
    const { owner } = current.acl
    const acl = await resolveAcl(request, { owner, bucketOwner: owner }, granteeLookup(parts))
    if (!acl) throw new S3Error('MissingSecurityHeader', { detail: { MissingHeaderName: 'x-amz-acl' } })
    await changeConfiguration(parts, { caller, name }, (configuration) => {
      refusePublicAcl(configuration, acl)
      return { ...configuration, acl }
    })
  }

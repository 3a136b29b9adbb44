import { S3Error } from '../errors.ts'
import { mayDeliverLogs } from '../logging/may-deliver.ts'
import { granteeLookup } from '../policy/grantee-lookup.ts'
import { describeAcl, type DescribedAcl } from '../policy/describe-acl.ts'
import { resolveAcl, type GivenGrant } from '../policy/requested-acl.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { Bucket } from './bucket.ts'
import type { BucketLogging } from './logging.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** As a client asks for it. */
export interface NewLogging extends Omit<BucketLogging, 'targetGrants'> {
  readonly targetGrants: readonly GivenGrant[]
}

export interface DescribedLogging extends Omit<BucketLogging, 'targetGrants'> {
  readonly targetGrants: DescribedAcl['grants']
}

/** Undefined when there is none. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html */
export const getBucketLogging =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<DescribedLogging | undefined> => {
    const { configuration } = await getBucket(parts, caller, name)
    const { logging } = configuration
    if (!logging) return undefined
    const acl = { owner: configuration.acl.owner, grants: logging.targetGrants ?? [] }
    return { ...logging, targetGrants: (await describeAcl(parts, acl)).grants }
  }

/**
 * Turns the access log on, or off by `undefined`. Throws InvalidTargetBucketForLogging for a target that cannot take logs, AccessDenied for one that does
 * not allow them or when the caller is not the bucket's owner, and what resolveAcl throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html
 */
export const putBucketLogging =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, wanted: NewLogging | undefined): Promise<void> => {
    const source = await getBucket(parts, caller, name)
    if (caller.kind !== 'project' || caller.project.id !== source.projectId) throw new S3Error('AccessDenied')
    const logging = wanted && (await checkLogging(parts, source, wanted))
    await changeConfiguration(parts, { caller, name }, ({ logging: _before, ...kept }) =>
      logging ? { ...kept, logging } : kept,
    )
  }

async function checkLogging(
  parts: Pick<Parts, 'metadata'>,
  source: Bucket,
  { targetGrants, ...wanted }: NewLogging,
): Promise<BucketLogging> {
  const { targetBucket, targetPrefix } = wanted
  const target = await parts.metadata.catalog.findBucket(source.namespace, targetBucket)
  if (!target) throw invalidTarget(targetBucket, 'The target bucket for logging does not exist.')
  checkTarget(target)
  if (!mayDeliverLogs(source, target, targetPrefix)) {
    throw new S3Error('AccessDenied', {
      message: 'The target bucket does not allow logging.s3.amazonaws.com to write the log of this bucket.',
    })
  }
  if (targetGrants.length === 0) return wanted
  const { owner } = target.configuration.acl
  const document = { owner, grants: targetGrants }
  const acl = await resolveAcl({ document }, { owner, bucketOwner: owner }, granteeLookup(parts))
  return { ...wanted, targetGrants: acl?.grants }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html */
function checkTarget({ name, configuration }: Bucket): void {
  const { payer, encryption, objectLock } = configuration
  if (payer === 'Requester')
    throw invalidTarget(name, 'The target bucket must not have Requester Pays enabled.')
  if (encryption?.byDefault?.form === 'aws:kms')
    throw invalidTarget(name, 'The target bucket must not encrypt with keys of KMS by default.')
  if (objectLock?.defaultRetention)
    throw invalidTarget(name, 'The target bucket must not have a default retention period.')
}

const invalidTarget = (name: string, message: string) =>
  new S3Error('InvalidTargetBucketForLogging', { message, detail: { TargetBucket: name } })

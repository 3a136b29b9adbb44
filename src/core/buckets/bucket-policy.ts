import type { Caller } from '../caller.ts'
import { S3Error } from '../errors.ts'
import { checkBucketPolicy } from '../policy/check-bucket-policy.ts'
import { checkPrincipals } from '../policy/check-principals.ts'
import { compileBucketPolicy } from '../policy/compiled-policy.ts'
import { decide } from '../policy/decide.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import { isPublicBucket } from './visibility.ts'
import type { Bucket } from './bucket.ts'
import type { Parts } from '../parts.ts'

/** Word for word as it was put. Throws NoSuchBucketPolicy. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export const getBucketPolicy =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<string> => {
    const { policy } = (await getOwnBucket(parts, caller, name)).configuration
    if (policy === undefined) throw noPolicy(name)
    return policy
  }

/**
 * Whether policy or ACL open the bucket to people who are not known.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html
 */
export const getBucketPolicyStatus =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<{ readonly isPublic: boolean }> => ({
    isPublic: isPublicBucket(await getBucket(parts, caller, name)),
  })

export interface PutPolicyOptions {
  /** The caller knows that it may not change the policy any more afterwards. */
  readonly confirmsRemovingItself: boolean
}

/**
 * Throws MalformedPolicy, AccessDenied for a public policy where none may be, or for one that shuts its author out unless confirmed,
 * MethodNotAllowed for a caller of another account. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export const putBucketPolicy =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, policy: string, options: PutPolicyOptions): Promise<void> => {
    const bucket = await getOwnBucket(parts, caller, name)
    const compiled = compileBucketPolicy(policy)
    checkBucketPolicy(policy, compiled, bucket.name)
    await checkPrincipals(parts, compiled)
    if (!options.confirmsRemovingItself) refuseLockout(caller, bucket, policy)
    await changeConfiguration(parts, { caller, name }, (configuration) => {
      if (compiled.isPublic && configuration.publicAccessBlock?.blockPublicPolicy)
        throw new S3Error('AccessDenied')
      return { ...configuration, policy }
    })
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html */
export const deleteBucketPolicy =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<void> => {
    await getOwnBucket(parts, caller, name)
    await changeConfiguration(parts, { caller, name }, ({ policy, ...kept }) => kept)
  }

/** A policy is the business of the bucket owner's account, even where it allows others to change it. Throws MethodNotAllowed. */
async function getOwnBucket(parts: Pick<Parts, 'metadata'>, caller: Caller, name: string): Promise<Bucket> {
  const bucket = await getBucket(parts, caller, name)
  if (caller.kind === 'project' && caller.project.id === bucket.projectId) return bucket
  throw new S3Error('MethodNotAllowed', { detail: { ResourceType: 'BUCKETPOLICY' } })
}

function refuseLockout(caller: Caller, bucket: Bucket, policy: string): void {
  const changed = { ...bucket, configuration: { ...bucket.configuration, policy } }
  if (decide(caller, 's3:PutBucketPolicy', { bucket: changed }) !== 'allow') throw new S3Error('AccessDenied')
}

const noPolicy = (name: string) => new S3Error('NoSuchBucketPolicy', { detail: { BucketName: name } })

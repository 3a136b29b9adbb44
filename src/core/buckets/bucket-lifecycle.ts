import { S3Error } from '../errors.ts'
import { checkLifecycleRules } from '../lifecycle/check-lifecycle.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { Caller } from '../caller.ts'
import type { Lifecycle, LifecycleRule } from '../lifecycle/lifecycle.ts'
import type { Parts } from '../parts.ts'

/** As a client puts it: a rule without a name gets one. */
export interface NewLifecycle extends Omit<Lifecycle, 'rules'> {
  readonly rules: readonly (Omit<LifecycleRule, 'id'> & { readonly id: string | undefined })[]
}

/** Throws NoSuchLifecycleConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html */
export const getBucketLifecycle =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<Lifecycle> => {
    const { lifecycle } = (await getBucket(parts, caller, name)).configuration
    if (lifecycle) return lifecycle
    throw new S3Error('NoSuchLifecycleConfiguration', { detail: { BucketName: name } })
  }

/** Throws what checkLifecycleRules throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html */
export const putBucketLifecycle =
  (parts: Pick<Parts, 'metadata' | 'ids'>) =>
  async (caller: Caller, name: string, { rules, minimumSize }: NewLifecycle): Promise<void> => {
    const named = rules.map((rule) => ({ ...rule, id: rule.id ?? parts.ids.uuid() }))
    checkLifecycleRules(named)
    const lifecycle = { rules: named, minimumSize }
    await changeConfiguration(parts, { caller, name }, (configuration) => ({ ...configuration, lifecycle }))
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html */
export const deleteBucketLifecycle =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string): Promise<void> =>
    changeConfiguration(parts, { caller, name }, ({ lifecycle: _gone, ...kept }) => kept)

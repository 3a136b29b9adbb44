import { checkLifecycleRules } from '../lifecycle/check-lifecycle.ts'
import { bucketDocument } from './bucket-document.ts'
import type { Caller } from '../caller.ts'
import type { Lifecycle, LifecycleRule } from '../lifecycle/lifecycle.ts'
import type { Parts } from '../parts.ts'

/** As a client puts it: a rule without a name gets one. */
export interface NewLifecycle extends Omit<Lifecycle, 'rules'> {
  readonly rules: readonly (Omit<LifecycleRule, 'id'> & { readonly id: string | undefined })[]
}

const document = bucketDocument('lifecycle', {
  missing: 'NoSuchLifecycleConfiguration',
  check: ({ rules }) => {
    checkLifecycleRules(rules)
  },
})

/** Throws NoSuchLifecycleConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html */
export const getBucketLifecycle = document.get

/** Throws what checkLifecycleRules throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html */
export const putBucketLifecycle =
  (parts: Pick<Parts, 'metadata' | 'ids'>) =>
  (caller: Caller, name: string, { rules, minimumSize }: NewLifecycle): Promise<void> => {
    const named = rules.map((rule) => ({ ...rule, id: rule.id ?? parts.ids.uuid() }))
    return document.put(parts)(caller, name, { rules: named, minimumSize })
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html */
export const deleteBucketLifecycle = document.delete

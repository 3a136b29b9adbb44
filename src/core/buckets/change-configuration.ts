import { getBucketToChange } from './get-bucket.ts'
import type { BucketConfiguration } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** Replaces a bucket's configuration by what `change` makes of it. Throws NoSuchBucket. */
export const changeConfiguration = (
  { metadata }: Pick<Parts, 'metadata'>,
  { caller, name }: { readonly caller: Caller; readonly name: string },
  change: (configuration: BucketConfiguration) => BucketConfiguration,
): Promise<void> =>
  metadata.transaction(async (tx) => {
    const bucket = await getBucketToChange(tx, caller, name)
    await tx.putBucketConfiguration(bucket.id, change(bucket.configuration))
  })

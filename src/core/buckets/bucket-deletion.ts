import { emptyBucket, type Locked } from '../projects/empty-bucket.ts'
import { mutex } from '../../lib/mutex.ts'
import { S3Error } from '../errors.ts'
import { allBuckets } from './all-buckets.ts'
import { getBucketToChange } from './get-bucket.ts'
import type { Bucket, BucketDeletion } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

type DeletionParts = Pick<Parts, 'metadata' | 'clock' | 'settings'>

interface DeletionOptions {
  readonly signal: AbortSignal
}

/** Clients may go on writing; what a run cannot catch up with waits for the next one. */
const mostPasses = 10

/**
 * Has `runBucketDeletions` remove a bucket with every version in it; `confirm` must repeat its name. Once more, it goes on with what was
 * blocked. Throws NoSuchBucket, InvalidArgument.
 */
export const beginBucketDeletion =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (
    caller: Caller,
    name: string,
    { confirm }: { readonly confirm: string },
  ): Promise<BucketDeletion> => {
    if (confirm !== name)
      throw new S3Error('InvalidArgument', {
        message: 'To delete a bucket with everything in it, repeat its name.',
        detail: { ArgumentName: 'confirm', ArgumentValue: confirm },
      })
    return metadata.transaction(async (tx) => {
      const { id, configuration } = await getBucketToChange(tx, caller, name)
      const { objects = 0, bytes = 0 } = configuration.deletion ?? {}
      const deletion = { objects, bytes }
      await tx.putBucketConfiguration(id, { ...configuration, deletion })
      return deletion
    })
  }

/** Goes on with every deletion that was begun; resolves to how many versions went. What is locked stays, and so does its bucket. */
export function runBucketDeletions(parts: DeletionParts) {
  const alone = mutex()
  return (options: DeletionOptions): Promise<number> =>
    alone(async () => {
      let gone = 0
      for await (const bucket of allBuckets(parts)) {
        if (options.signal.aborted) break
        if (bucket.configuration.deletion) gone += await remove(parts, bucket, options)
      }
      return gone
    })
}

async function remove(parts: DeletionParts, bucket: Bucket, options: DeletionOptions): Promise<number> {
  let gone = 0
  for (let pass = 0; pass < mostPasses && !options.signal.aborted; pass++) {
    const { objects, locked } = await emptyBucket(parts, bucket, {
      ...options,
      onProgress: (batch) => note(parts, bucket, (deletion) => added(deletion, batch)),
    })
    gone += objects
    if (locked.first !== undefined) {
      await note(parts, bucket, (deletion) => ({ ...deletion, problem: problemOf(locked) }))
      break
    }
    if (await removeEmpty(parts, bucket)) break
  }
  return gone
}

/** False when something has been written meanwhile. */
const removeEmpty = ({ metadata, clock, settings }: DeletionParts, { id }: Bucket): Promise<boolean> =>
  metadata.transaction(async (tx) => {
    if (await tx.bucketHasObjects(id)) return false
    await tx.deleteBucket(id, clock.now() + settings.trashMs)
    return true
  })

/** Without effect once the bucket has gone. */
const note = (
  { metadata }: DeletionParts,
  { id, namespace, name }: Bucket,
  change: (deletion: BucketDeletion) => BucketDeletion,
): Promise<void> =>
  metadata.transaction(async (tx) => {
    const bucket = await tx.findBucket(namespace, name)
    const deletion = bucket?.id === id ? bucket.configuration.deletion : undefined
    if (bucket && deletion)
      await tx.putBucketConfiguration(id, { ...bucket.configuration, deletion: change(deletion) })
  })

const added = ({ objects, bytes }: BucketDeletion, gone: BucketDeletion): BucketDeletion => ({
  objects: objects + gone.objects,
  bytes: bytes + gone.bytes,
})

const problemOf = ({ first = '', count }: Locked): string => {
  const others = count > 1 ? `, and so are ${String(count - 1)} others` : ''
  return `${first} is locked${others}: what is locked stays until that is over.`
}

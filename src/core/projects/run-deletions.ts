import { allBuckets } from '../buckets/all-buckets.ts'
import { mutex } from '../../lib/mutex.ts'
import { emptyBucket, type Emptied, type Locked } from './empty-bucket.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Deletion } from './deletion.ts'
import type { Parts } from '../parts.ts'

type DeletionParts = Pick<Parts, 'metadata' | 'clock' | 'settings'>

interface DeletionOptions {
  readonly signal: AbortSignal
}

/**
 * Goes on with every deletion that was begun, wherever it had come to; resolves to how many versions went. What is locked stays, and so does the
 * project, until the lock is over.
 */
export function runDeletions(parts: DeletionParts) {
  const alone = mutex()
  return (options: DeletionOptions): Promise<number> =>
    alone(async () => {
      let gone = 0
      for (const deletion of await parts.metadata.deletions.list())
        if (!options.signal.aborted) gone += await proceed(parts, deletion, options)
      return gone
    })
}

async function proceed(
  parts: DeletionParts,
  { projectId }: Deletion,
  options: DeletionOptions,
): Promise<number> {
  let gone = 0
  try {
    for (;;) {
      const pass = await clear(parts, projectId, options)
      gone += pass.objects
      if (options.signal.aborted || (await isSettled(parts, projectId, pass.locked))) return gone
    }
  } catch (error) {
    await setProblem(parts, projectId, `It broke off and is tried again: ${String(error)}`)
    throw error
  }
}

/** Empties and removes one bucket after the other. */
async function clear(parts: DeletionParts, projectId: string, options: DeletionOptions): Promise<Emptied> {
  const { metadata } = parts
  let objects = 0
  let locked: Locked = { count: 0, first: undefined }
  for await (const bucket of allBuckets(parts, { projectId })) {
    const emptied = await emptyBucket(parts, bucket, {
      ...options,
      onProgress: (batch) => metadata.transaction((tx) => tx.deletions.count(projectId, batch)),
    })
    objects += emptied.objects
    locked = { count: locked.count + emptied.locked.count, first: locked.first ?? emptied.locked.first }
    if (options.signal.aborted) break
    if (emptied.locked.count === 0) await removeBucket(parts, bucket)
  }
  return { objects, locked }
}

/** A write that was under way when the project was closed may have come in between; then the next pass takes it. */
const removeBucket = ({ metadata, clock, settings }: DeletionParts, { id }: Bucket): Promise<void> =>
  metadata.transaction(async (tx) => {
    if (!(await tx.bucketHasObjects(id))) await tx.deleteBucket(id, clock.now() + settings.trashMs)
  })

/** Removes the project when it holds nothing any more; false when another pass may help. */
async function isSettled(
  parts: DeletionParts,
  projectId: string,
  { count, first }: Locked,
): Promise<boolean> {
  if (first !== undefined) {
    const others = count > 1 ? `, and so are ${String(count - 1)} others` : ''
    await setProblem(
      parts,
      projectId,
      `${first} is locked${others}: what is locked stays until that is over.`,
    )
    return true
  }
  return parts.metadata.transaction(async (tx) => {
    if ((await tx.countBuckets(projectId)) > 0) return false
    await tx.deletions.end(projectId)
    await tx.deleteProject(projectId)
    return true
  })
}

const setProblem = ({ metadata }: DeletionParts, projectId: string, problem: string): Promise<void> =>
  metadata.transaction((tx) => tx.deletions.setProblem(projectId, problem))

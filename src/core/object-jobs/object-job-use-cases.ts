import { S3Error } from '../errors.ts'
import { runObjectJobs } from './run-object-jobs.ts'
import { selectedPages } from './object-selection.ts'
import { startObjectJob } from './start-object-job.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { ObjectJob, ObjectSelection } from './object-job.ts'
import type { Parts } from '../parts.ts'

const mostListed = 100
const keptMs = 7 * 86_400_000

/** What is done with many objects at a time. */
export const objectJobUseCases = (parts: Parts) => ({
  start: startObjectJob(parts),
  run: runObjectJobs(parts),
  list: ({ id }: Bucket) => parts.metadata.objectJobs.listOfBucket(id, mostListed),
  cancel: cancelObjectJob(parts),
  forget: () => parts.metadata.transaction((tx) => tx.objectJobs.forget(parts.clock.now() - keptMs)),
  select: ({ id }: Bucket, selection: ObjectSelection) => selectedPages(parts, id, selection),
})

/** Ends a job of a bucket, unless it has ended; what it has done stays done. Throws NoSuchEntity. */
const cancelObjectJob =
  ({ metadata, clock }: Pick<Parts, 'metadata' | 'clock'>) =>
  async (bucket: Bucket, id: string): Promise<ObjectJob> => {
    await metadata.transaction((tx) => tx.objectJobs.cancel(bucket.id, id, clock.now()))
    const job = await metadata.objectJobs.find(id)
    if (job?.bucketId === bucket.id) return job
    throw new S3Error('NoSuchEntity', { message: `There is no job ${id} on this bucket.` })
  }

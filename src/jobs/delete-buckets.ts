import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'

/** Goes on with the deletion of buckets with everything in them: one that a stop has cut off, or that a lock held up which is over by now. */
export const deleteBucketsJob = ({ buckets }: Pick<Core, 'buckets'>): Job => ({
  name: 'delete-buckets',
  firstMs: 5000,
  everyMs: 600_000,
  run: (signal) => buckets.runDeletions({ signal }),
})

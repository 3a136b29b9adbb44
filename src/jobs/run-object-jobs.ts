import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'

/** Goes on with copies, moves and deletions of many objects that a stop has cut off, and forgets those that ended long ago. */
export const runObjectJobsJob = ({ objectJobs }: Pick<Core, 'objectJobs'>): Job => ({
  name: 'object-jobs',
  firstMs: 2000,
  everyMs: 60_000,
  run: async (signal) => {
    await objectJobs.forget()
    return objectJobs.run({ signal })
  },
})

import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'

/** Goes on with the deletion of projects: one that a stop has cut off, or that a lock held up which is over by now. */
export const deleteProjectsJob = ({ projects }: Pick<Core, 'projects'>): Job => ({
  name: 'delete-projects',
  firstMs: 5000,
  everyMs: 600_000,
  run: (signal) => projects.runDeletions({ signal }),
})

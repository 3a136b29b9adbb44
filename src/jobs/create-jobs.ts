import { forgetCompletedUploadsJob } from './forget-completed-uploads.ts'
import { sweepOrphansJob } from './sweep-orphans.ts'
import { sweepTrashJob } from './sweep-trash.ts'
import { schedule } from './schedule.ts'
import type { Core } from '../core/create-core.ts'
import type { Log } from '../lib/log.ts'

interface JobsParts {
  readonly core: Pick<Core, 'maintenance'>
  readonly log: Pick<Log, 'info' | 'error'>
}

export interface Jobs {
  start(): void
  /** Resolves when no job is under way any more. */
  close(): Promise<void>
}

/** All that a server does without being asked; one process of an installation runs it. */
export function createJobs({ core, log }: JobsParts): Jobs {
  const jobs = [sweepTrashJob(core), sweepOrphansJob(core), forgetCompletedUploadsJob(core)]
  let running: readonly { stop(): Promise<void> }[] = []
  return {
    start() {
      running = jobs.map((job) => schedule(job, log))
    },
    async close() {
      await Promise.all(running.map((job) => job.stop()))
    },
  }
}

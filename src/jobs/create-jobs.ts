import { deliverNotificationsJob } from './deliver-notifications.ts'
import { forgetCompletedUploadsJob } from './forget-completed-uploads.ts'
import { reportInventoriesJob } from './report-inventories.ts'
import { sweepOrphansJob } from './sweep-orphans.ts'
import { sweepTrashJob } from './sweep-trash.ts'
import { schedule } from './schedule.ts'
import type { Core } from '../core/create-core.ts'
import type { NotificationTargets } from '../core/events/target.ts'
import type { Log } from '../lib/log.ts'

interface JobsParts {
  readonly notificationTargets: NotificationTargets
  readonly core: Pick<Core, 'buckets' | 'events' | 'maintenance'>
  readonly log: Pick<Log, 'info' | 'error'>
}

export interface Jobs {
  start(): void
  /** Resolves when no job is under way any more. */
  close(): Promise<void>
}

/** All that a server does without being asked; one process of an installation runs it. */
export function createJobs({ core, notificationTargets, log }: JobsParts): Jobs {
  const jobs = [
    sweepTrashJob(core),
    sweepOrphansJob(core),
    forgetCompletedUploadsJob(core),
    reportInventoriesJob(core),
    ...[...notificationTargets.values()].map((target) => deliverNotificationsJob(core, target)),
  ]
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

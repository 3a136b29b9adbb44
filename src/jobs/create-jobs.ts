import { deliverNotificationsJob } from './deliver-notifications.ts'
import { forgetCompletedUploadsJob } from './forget-completed-uploads.ts'
import { lifecycleJob } from './lifecycle.ts'
import { measureEvents } from './event-figures.ts'
import { replicateJobs } from './replicate.ts'
import { reportInventoriesJob } from './report-inventories.ts'
import { sweepOrphansJob } from './sweep-orphans.ts'
import { sweepTrashJob } from './sweep-trash.ts'
import { schedule } from './schedule.ts'
import type { Core } from '../core/create-core.ts'
import type { NotificationTargets } from '../core/events/target.ts'
import type { ReplicaTargets } from '../core/replication/replica-target.ts'
import type { Log } from '../lib/log.ts'
import type { Metrics } from '../lib/metrics.ts'

interface JobsParts {
  readonly notificationTargets: NotificationTargets
  readonly replicaTargets: ReplicaTargets
  readonly core: Pick<Core, 'buckets' | 'events' | 'maintenance' | 'settings' | 'replication' | 'clock'>
  readonly metrics: Pick<Metrics, 'counter' | 'gauge'>
  readonly log: Pick<Log, 'info' | 'error'>
}

export interface Jobs {
  start(): void
  /** Resolves when no job is under way any more. */
  close(): Promise<void>
}

/** All that a server does without being asked; one process of an installation runs it. */
export function createJobs({ core, notificationTargets, replicaTargets, metrics, log }: JobsParts): Jobs {
  const jobs = [
    sweepTrashJob(core),
    sweepOrphansJob(core),
    forgetCompletedUploadsJob(core),
    lifecycleJob(core, metrics),
    reportInventoriesJob(core),
    ...[...notificationTargets.values()].map((target) => deliverNotificationsJob(core, target)),
    ...replicateJobs(core, replicaTargets.keys(), metrics),
  ]
  measureEvents(core, metrics)
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

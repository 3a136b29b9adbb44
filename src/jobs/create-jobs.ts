import { deleteBucketsJob } from './delete-buckets.ts'
import { deleteProjectsJob } from './delete-projects.ts'
import { deliverNotificationsJob } from './deliver-notifications.ts'
import { forgetCompletedUploadsJob } from './forget-completed-uploads.ts'
import { forgetRecordsJob } from './forget-records.ts'
import { lifecycleJob } from './lifecycle.ts'
import { measureEvents } from './event-figures.ts'
import { noteStoredJob } from './note-stored.ts'
import { replicateJobs } from './replicate.ts'
import { recordKeyUsesJob } from './record-key-uses.ts'
import { reportInventoriesJob } from './report-inventories.ts'
import { forgetRestRecordsJob, noteApiKeysJob } from './rest-records.ts'
import { runObjectJobsJob } from './run-object-jobs.ts'
import { sweepDerivedJob } from './sweep-derived.ts'
import { sweepOrphansJob } from './sweep-orphans.ts'
import { sweepTrashJob } from './sweep-trash.ts'
import { schedule, type JobStatus, type ScheduledJob } from './schedule.ts'
import type { Core } from '../core/create-core.ts'
import type { NotificationTargets } from '../core/events/target.ts'
import type { ReplicaTargets } from '../core/replication/replica-target.ts'
import type { Log } from '../lib/log.ts'
import type { Metrics } from '../lib/metrics.ts'

interface JobsParts {
  readonly notificationTargets: NotificationTargets
  readonly replicaTargets: ReplicaTargets
  readonly core: Pick<
    Core,
    | 'buckets'
    | 'credentials'
    | 'projects'
    | 'objectJobs'
    | 'delivery'
    | 'events'
    | 'maintenance'
    | 'settings'
    | 'replication'
    | 'clock'
    | 'audit'
    | 'operators'
    | 'requests'
    | 'apiKeys'
    | 'links'
    | 'resumable'
  >
  readonly metrics: Pick<Metrics, 'counter' | 'gauge'>
  readonly log: Pick<Log, 'info' | 'error'>
}

export interface Jobs {
  start(): void
  /** None before the start. */
  list(): readonly JobStatus[]
  /** Runs a job now, unless it is under way; undefined when there is none of this name. */
  run(name: string): JobStatus | undefined
  /** Resolves when no job is under way any more. */
  close(): Promise<void>
}

/** All that a server does without being asked; one process of an installation runs it. */
export function createJobs({ core, notificationTargets, replicaTargets, metrics, log }: JobsParts): Jobs {
  const jobs = [
    sweepTrashJob(core),
    sweepDerivedJob(core),
    sweepOrphansJob(core),
    forgetCompletedUploadsJob(core),
    forgetRecordsJob(core),
    noteStoredJob(core),
    lifecycleJob(core, metrics),
    reportInventoriesJob(core),
    deleteProjectsJob(core),
    runObjectJobsJob(core),
    deleteBucketsJob(core),
    recordKeyUsesJob(core),
    noteApiKeysJob(core),
    forgetRestRecordsJob(core),
    ...[...notificationTargets.values()].map((target) => deliverNotificationsJob(core, target)),
    ...replicateJobs(core, replicaTargets.keys(), metrics),
  ]
  measureEvents(core, metrics)
  let running: readonly ScheduledJob[] = []
  return {
    start() {
      running = jobs.map((job) => schedule(job, log))
    },
    list: () => running.map((job) => job.status()),
    run(name) {
      const job = running.find((one) => one.status().name === name)
      job?.runNow()
      return job?.status()
    },
    async close() {
      await Promise.all(running.map((job) => job.stop()))
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'
import type { LifecycleRun } from '../core/lifecycle/lifecycle-run.ts'
import type { Metrics } from '../lib/metrics.ts'

const hourMs = 3_600_000
const firstMs = 60_000
/** A day that was shortened for tests has as many walks. */
const walksPerDay = 10
/** Between batches of deletions, which take a few milliseconds each: most of the write queue is left to requests. */
const pauseMs = 20

/** Expires, moves and aborts what the lifecycle rules of buckets say. */
export function lifecycleJob(
  { maintenance, settings }: Pick<Core, 'maintenance' | 'settings'>,
  metrics: Pick<Metrics, 'counter' | 'gauge'>,
): Job {
  const count = lifecycleFigures(metrics)
  const everyMs = Math.min(hourMs, settings.dayMs / walksPerDay)
  return {
    name: 'lifecycle',
    firstMs: Math.min(firstMs, everyMs),
    everyMs,
    run: async (signal) => {
      const run = await maintenance.runLifecycle({ signal, pause: () => sleep(pauseMs) })
      count(run)
      const { failures, ...figures } = run
      if (failures.length > 0)
        throw new AggregateError(failures, 'Lifecycle rules could not be applied to all.')
      return figures
    },
  }
}

function lifecycleFigures({ counter, gauge }: Pick<Metrics, 'counter' | 'gauge'>) {
  const expired = counter(
    'seau_lifecycle_expired_total',
    'Objects, versions and delete markers that expired.',
  )
  const expiredBytes = counter('seau_lifecycle_expired_bytes_total', 'Bytes of what expired for good.')
  const moved = counter('seau_lifecycle_transitioned_total', 'Versions moved to another storage class.')
  const movedBytes = counter(
    'seau_lifecycle_transitioned_bytes_total',
    'Bytes of the versions that were moved.',
  )
  const aborted = counter('seau_lifecycle_aborted_uploads_total', 'Unfinished uploads that were aborted.')
  const failed = counter(
    'seau_lifecycle_failures_total',
    'Versions and buckets that could not be dealt with.',
  )
  let lastRun = 0
  gauge(
    'seau_lifecycle_last_run_seconds',
    'When the last walk ended, in seconds since 1970; 0: none yet.',
    () => lastRun,
  )
  return (run: LifecycleRun) => {
    expired(run.expired)
    expiredBytes(run.expiredBytes)
    moved(run.transitioned)
    movedBytes(run.transitionedBytes)
    aborted(run.abortedUploads)
    failed(run.failures.length)
    lastRun = Date.now() / 1000
  }
}

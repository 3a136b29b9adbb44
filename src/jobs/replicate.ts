import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'
import type { Metrics } from '../lib/metrics.ts'

/** Makes the copies that rules of replication ask for: one job for the buckets here, and one for each other destination. */
export function replicateJobs(
  { events, replication }: Pick<Core, 'events' | 'replication'>,
  targets: Iterable<string>,
  { counter }: Pick<Metrics, 'counter'>,
): readonly Job[] {
  const onCopied = counter('seau_replicated_bytes_total', 'Bytes of copies that replication has made.')
  return ['replicate', ...[...targets].map((name) => `replicate:${name}`)].map((destination) => ({
    name: destination.replace(':', '-'),
    firstMs: 500,
    everyMs: 500,
    run: (signal) =>
      events.deliver({
        destination,
        deliver: replication.replicate({ signal, onCopied }),
        onDead: replication.giveUp,
        signal,
        batch: 8,
      }),
  }))
}

import { metricsOf } from '../core/buckets/metrics.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Exchange } from './exchange.ts'

/** Notes which of the bucket's metrics configurations count the request. */
export function noteFilters(
  { notes }: Exchange,
  { name, configuration }: Bucket,
  key: string | undefined,
): void {
  const ids = metricsOf(configuration.metrics ?? [], key)
  if (ids.length > 0) notes.filters = { bucket: name, ids }
}

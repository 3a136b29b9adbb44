import { Counter, type Registry } from 'prom-client'

/** The metrics configurations of a bucket that a request falls under. */
export interface MetricsFilters {
  readonly bucket: string
  readonly ids: readonly string[]
}

interface FilteredRequest {
  readonly operation: string
  readonly status: number
  readonly bytesIn: number
  readonly bytesOut: number
}

/** Counts requests by bucket and metrics configuration, for the few buckets that have any. */
export function createFilterCounters(
  registers: Registry[],
): (request: FilteredRequest, filters: MetricsFilters) => void {
  const labelled = (name: string, help: string, ...more: readonly string[]) =>
    new Counter({ name, help, labelNames: ['bucket', 'filter', ...more], registers })
  const requests = labelled(
    'seau_filtered_requests_total',
    'Requests under a metrics configuration.',
    'operation',
  )
  const errors = labelled('seau_filtered_errors_total', 'Errors among them by class of status.', 'class')
  const received = labelled('seau_filtered_received_bytes_total', 'Bytes of their bodies.')
  const sent = labelled('seau_filtered_sent_bytes_total', 'Bytes of their answers.')
  return ({ operation, status, bytesIn, bytesOut }, { bucket, ids }) => {
    for (const filter of ids) {
      requests.inc({ bucket, filter, operation })
      if (status >= 400) errors.inc({ bucket, filter, class: `${String(Math.floor(status / 100))}xx` })
      received.inc({ bucket, filter }, bytesIn)
      sent.inc({ bucket, filter }, bytesOut)
    }
  }
}

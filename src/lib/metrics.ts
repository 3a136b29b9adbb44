import { AggregatorRegistry, Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { createFilterCounters, type MetricsFilters } from './filter-counters.ts'

/** What Prometheus reads at /metrics. */
export interface Metrics {
  countRequest(request: MeasuredRequest): void
  /** Registers a figure that only grows; what it returns adds to it. */
  counter(name: string, help: string): (amount: number) => void
  /** Registers a figure that is read when asked for. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  observeBlobCall(method: string, milliseconds: number, outcome: string): void
  /** What this process has counted, for another one to add up. */
  snapshot(): Promise<MetricsSnapshot>
  /** Adds what other processes have counted to `text`. */
  addUp(others: () => Promise<readonly MetricsSnapshot[]>): void
  /** The text format; see https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(): Promise<string>
  readonly contentType: string
}

/** Plain data, to cross processes. */
export type MetricsSnapshot = object

interface MeasuredRequest {
  readonly operation: string
  readonly status: number
  /** See `RequestRecord`. */
  readonly lateError?: string | undefined
  readonly milliseconds: number
  readonly bytesIn: number
  readonly bytesOut: number
  readonly filters?: MetricsFilters | undefined
}

const secondsBuckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const requests = new Counter({
    name: 'seau_requests_total',
    help: 'Requests by operation and status, and by the error that came after a status of 200.',
    labelNames: ['operation', 'status', 'error'],
    registers,
  })
  const seconds = new Histogram({
    name: 'seau_request_seconds',
    help: 'Time from request to answer.',
    labelNames: ['operation'],
    buckets: secondsBuckets,
    registers,
  })
  const received = new Counter({
    name: 'seau_received_bytes_total',
    help: 'Bytes of request bodies.',
    labelNames: ['operation'],
    registers,
  })
  const sent = new Counter({
    name: 'seau_sent_bytes_total',
    help: 'Bytes of answers.',
    labelNames: ['operation'],
    registers,
  })
  const blobCalls = new Histogram({
    name: 'seau_blob_seconds',
    help: 'Time of calls of the blob store.',
    labelNames: ['method', 'outcome'],
    buckets: secondsBuckets,
    registers,
  })

  const countFiltered = createFilterCounters(registers)

  // Looking up labels costs more than counting: what an operation ends in keeps its own counters.
  const series = new Map<string, (request: MeasuredRequest) => void>()
  const seriesOf = ({ operation, status, lateError }: MeasuredRequest) => {
    const name = `${operation} ${String(status)} ${lateError ?? ''}`
    let count = series.get(name)
    if (!count) {
      const counters = {
        request: requests.labels({ operation, status, ...(lateError !== undefined && { error: lateError }) }),
        seconds: seconds.labels(operation),
        received: received.labels(operation),
        sent: sent.labels(operation),
      }
      count = ({ milliseconds, bytesIn, bytesOut }) => {
        counters.request.inc()
        counters.seconds.observe(milliseconds / 1000)
        if (bytesIn > 0) counters.received.inc(bytesIn)
        if (bytesOut > 0) counters.sent.inc(bytesOut)
      }
      series.set(name, count)
    }
    return count
  }
  let readOthers: (() => Promise<readonly MetricsSnapshot[]>) | undefined
  return {
    countRequest: (request) => {
      seriesOf(request)(request)
      if (request.filters) countFiltered(request, request.filters)
    },
    counter: (name, help) => {
      const counter = new Counter({ name, help, registers })
      return (amount) => {
        counter.inc(amount)
      }
    },
    gauge: (name, help, read) => {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers,
        collect: async () => {
          gauge.set(await read())
        },
      })
    },
    observeBlobCall: (method, milliseconds, outcome) => {
      blobCalls.labels(method, outcome).observe(milliseconds / 1000)
    },
    snapshot: () => registry.getMetricsAsJSON(),
    addUp: (others) => {
      readOthers = others
    },
    async text() {
      if (!readOthers) return registry.metrics()
      const all = [await registry.getMetricsAsJSON(), ...(await readOthers())]
      return AggregatorRegistry.aggregate(all).metrics()
    },
    contentType: registry.contentType,
  }
}

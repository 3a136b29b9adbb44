import {
  createRequestRecorder,
  noRecorder,
  type RequestRecorder,
} from '../core/request-log/request-recorder.ts'
import type { Config } from '../config.ts'
import type { Log } from '../lib/log.ts'
import type { Metrics } from '../lib/metrics.ts'
import type { RequestLog } from '../core/request-log/request-log.ts'

interface RecorderParts {
  readonly log: Log
  readonly metrics: Pick<Metrics, 'gauge'>
  readonly write: RequestLog['append']
}

/** Keeps the requests of this process for searches and figures, when that is wanted. */
export function requestRecorder(
  { requestLogDays }: Config,
  { log, metrics, write }: RecorderParts,
): RequestRecorder {
  if (requestLogDays === 0) return noRecorder
  const onFault = (error: unknown) => {
    log.error({ err: error }, 'Requests could not be written into their log.')
  }
  const recorder = createRequestRecorder({ write, onFault })
  metrics.gauge('seau_request_log_dropped', 'Requests that came faster than their log could take them.', () =>
    recorder.dropped(),
  )
  return recorder
}

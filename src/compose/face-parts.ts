import { readFile } from 'node:fs/promises'
import { createAccessLog } from '../http/access-log.ts'
import { requestEntry } from './request-entry.ts'
import { requestScope } from '../http/request-scope.ts'
import type { Config } from '../config.ts'
import type { Core } from '../core/create-core.ts'
import type { ListenOptions } from '../http/listen.ts'
import type { Log } from '../lib/log.ts'
import type { RequestRecorder } from '../core/request-log/request-recorder.ts'
import type { Metrics } from '../lib/metrics.ts'

/** What a face is made of. */
export interface FaceParts {
  readonly core: Core
  readonly log: Log
  readonly metrics: Metrics
  readonly recorder: RequestRecorder
  /** Where the console listens, once it does; absent: where the configuration says. */
  readonly consolePort?: () => number
}

/** What all listeners have in common. */
export async function listenOptionsOf(config: Config): Promise<Omit<ListenOptions, 'port'>> {
  const tls = config.tls && {
    cert: await readFile(config.tls.certFile),
    key: await readFile(config.tls.keyFile),
  }
  return { host: config.host, tls, stallTimeoutMs: config.stallTimeoutSeconds * 1000 }
}

/** Gives requests their ids; counts them, keeps them for searches, and logs them, when that is wanted. */
export const countedRequests = (
  config: Config,
  { metrics, recorder }: Pick<FaceParts, 'metrics' | 'recorder'>,
) => {
  const accessLog = config.accessLog && isInfoLogged(config) ? createAccessLog() : undefined
  return requestScope((record) => {
    metrics.countRequest(record)
    accessLog?.(record)
    recorder.record(requestEntry(record))
  })
}

const isInfoLogged = ({ logLevel }: Config) => ['info', 'debug', 'trace'].includes(logLevel)

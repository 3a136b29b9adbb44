import { readFile } from 'node:fs/promises'
import { createAccessLog } from '../http/access-log.ts'
import { createFaceApp } from '../http/face-app.ts'
import { originReader } from '../http/forwarded.ts'
import { listen, type Listener, type ListenOptions } from '../http/listen.ts'
import { requestScope, type RequestRecord } from '../http/request-scope.ts'
import type { Log } from '../lib/log.ts'
import { createSigningKeyCache } from '../protocol/signing-key.ts'
import { answerS3Fault } from '../s3/connection-fault.ts'
import { s3Handler } from '../s3/handler.ts'
import { publicAddress } from '../s3/public-address.ts'
import type { Config } from '../config.ts'
import type { Core } from '../core/create-core.ts'
import type { Metrics } from '../lib/metrics.ts'

interface S3Parts {
  readonly core: Core
  readonly log: Log
  readonly metrics: Metrics
}

/** Opens the S3 port. */
export async function serveS3(config: Config, { core, log, metrics }: S3Parts): Promise<Listener> {
  const accessLog = config.accessLog && isInfoLogged(config) ? createAccessLog() : undefined
  const handler = s3Handler({
    core,
    signingKeys: createSigningKeyCache(),
    region: config.strictRegion ? config.region : undefined,
    allowV2Query: config.sigV2Presigned,
    targets: config.publicUrl.map(publicAddress),
    originOf: originReader(config.trustedProxies),
    domains: config.domain,
    onFault: (error, requestId) => {
      log.error({ err: error, requestId }, 'A request failed.')
    },
  })
  const app = createFaceApp()
    .use(requestScope(reportTo(metrics, accessLog)))
    .use(handler)
  return listen(app.callback(), {
    ...(await listenOptionsOf(config)),
    port: config.port,
    answerFault: answerS3Fault,
  })
}

/** What all listeners have in common. */
export async function listenOptionsOf(config: Config): Promise<Omit<ListenOptions, 'port'>> {
  const tls = config.tls && {
    cert: await readFile(config.tls.certFile),
    key: await readFile(config.tls.keyFile),
  }
  return { host: config.host, tls, stallTimeoutMs: config.stallTimeoutSeconds * 1000 }
}

const isInfoLogged = ({ logLevel }: Config) => ['info', 'debug', 'trace'].includes(logLevel)

const reportTo =
  (metrics: Metrics, accessLog: ReturnType<typeof createAccessLog> | undefined) =>
  (record: RequestRecord): void => {
    metrics.countRequest({ ...record, operation: record.operation ?? 'unknown' })
    accessLog?.(record)
  }

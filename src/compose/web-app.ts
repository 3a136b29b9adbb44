import Koa from 'koa'
import { adminHandler } from '../admin/handler.ts'
import { askIam } from '../iam/ask-iam.ts'
import { askS3 } from '../s3/ask-s3.ts'
import { authenticateOperator } from '../admin/authenticate-operator.ts'
import { createAdmin } from '../admin/create-admin.ts'
import { createFailureLimit } from '../admin/failure-limit.ts'
import { originReader } from '../http/forwarded.ts'
import { downloadZip } from '../admin/zip/download-zip.ts'
import { exportRequests } from '../admin/export-requests.ts'
import { oidcRoutes } from '../admin/oidc-routes.ts'
import { openOperatorSignIn } from './operator-sign-in.ts'
import { healthHandler } from '../http/health.ts'
import { filesOnly } from '../rest/delivery/files-only.ts'
import { restOf } from './serve-rest.ts'
import { serveConsole } from './serve-console.ts'
import { s3Address } from './s3-address.ts'
import { version } from '../lib/version.ts'
import type { AdminCalls } from '../admin/call-context.ts'
import type { JobControl } from '../admin/job-control.ts'
import type { Config } from '../config.ts'
import type { Core } from '../core/create-core.ts'
import type { Metadata } from '../core/ports.ts'
import type { RequestRecorder } from '../core/request-log/request-recorder.ts'
import type { Log } from '../lib/log.ts'
import type { Metrics } from '../lib/metrics.ts'

interface WebParts {
  readonly store: { readonly core: Core; readonly metadata: Metadata; readonly adminToken: string }
  readonly log: Log
  readonly metrics: Metrics
  readonly recorder: RequestRecorder
  readonly jobs: JobControl
  /** Where the S3 port listens. */
  readonly s3Url: string
  /** Aborted when the server stops. */
  readonly signal: AbortSignal
}

/** What the console's port serves. */
export function webApp(
  config: Config,
  { store, log, metrics, recorder, jobs, s3Url, signal }: WebParts,
): Koa {
  const failures = createFailureLimit({ clock: store.core.clock, most: 20, windowMs: 60_000 })
  const onFault = (error: unknown) => {
    log.error({ err: error }, 'A request to the admin API failed.')
  }
  const provider = openOperatorSignIn(config)
  const calls = adminOf(config, { core: store.core, jobs, s3Url, oidcHost: provider?.host, onFault, signal })
  const contexts = {
    authenticate: authenticateOperator({ core: store.core, token: store.adminToken, failures }),
    originOf: originReader(config.trustedProxies),
    failures,
  }
  const admin = adminHandler({
    core: store.core,
    calls,
    ...contexts,
    addRoutes: (router) => {
      exportRequests(router, { core: store.core, calls, ...contexts })
      downloadZip(router, { core: store.core, onFault, ...contexts })
      if (provider) oidcRoutes(router, { core: store.core, provider, ...contexts })
    },
    onFault,
  })
  return new Koa()
    .use(healthHandler({ metrics, checkReady: () => store.metadata.listProjects() }))
    .use(restOf(config, { core: store.core, log, metrics, recorder }))
    .use(filesOnly(config.filesUrl, contexts.originOf))
    .use(serveConsole(config, contexts.originOf))
    .use(admin)
}

interface LocalAdminParts {
  readonly core: Core
  readonly jobs: JobControl
  /** See `createAdmin`. */
  readonly oidcHost?: string | undefined
  readonly onFault: (error: unknown) => void
  readonly signal: AbortSignal
  /** Absent: the server is not running. */
  readonly s3Url?: string
}

/** The calls of the admin API on a store that this process has opened. */
export const adminOf = (config: Config, { s3Url, ...parts }: LocalAdminParts): AdminCalls =>
  createAdmin({
    ...parts,
    aws: { s3: askS3(parts.core), iam: askIam(parts.core) },
    filesUrl: config.filesUrl,
    s3: s3Address(config, s3Url),
    status: { version, data: config.data, workers: config.workers },
  })

import Koa from 'koa'
import { adminHandler } from '../admin/handler.ts'
import { authenticateOperator } from '../admin/authenticate-operator.ts'
import { createAdmin } from '../admin/create-admin.ts'
import { createFailureLimit } from '../admin/failure-limit.ts'
import { healthHandler } from '../http/health.ts'
import { version } from '../lib/version.ts'
import type { Admin } from '../admin/contract.ts'
import type { Config } from '../config.ts'
import type { Core } from '../core/create-core.ts'
import type { Metadata } from '../core/ports.ts'
import type { Log } from '../lib/log.ts'
import type { Metrics } from '../lib/metrics.ts'

interface WebParts {
  readonly store: { readonly core: Core; readonly metadata: Metadata; readonly adminToken: string }
  readonly log: Log
  readonly metrics: Metrics
  /** Aborted when the server stops. */
  readonly signal: AbortSignal
}

/** What the console's port serves. */
export function webApp(config: Config, { store, log, metrics, signal }: WebParts): Koa {
  const failures = createFailureLimit({ clock: store.core.clock, most: 20, windowMs: 60_000 })
  const onFault = (error: unknown) => {
    log.error({ err: error }, 'A request to the admin API failed.')
  }
  const admin = adminHandler({
    admin: adminOf(config, { core: store.core, onFault, signal }),
    authenticate: authenticateOperator({ core: store.core, token: store.adminToken, failures }),
    onFault,
  })
  return new Koa().use(healthHandler({ metrics, checkReady: () => store.metadata.listProjects() })).use(admin)
}

interface LocalAdminParts {
  readonly core: Core
  readonly onFault: (error: unknown) => void
  readonly signal: AbortSignal
}

/** The calls of the admin API on a store that this process has opened. */
export const adminOf = (config: Config, parts: LocalAdminParts): Admin =>
  createAdmin({ ...parts, status: { version, data: config.data, workers: config.workers } })

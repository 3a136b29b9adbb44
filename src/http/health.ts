import { isLoopback } from '../lib/networks.ts'
import type { Middleware } from 'koa'
import type { Metrics } from '../lib/metrics.ts'

interface HealthOptions {
  readonly metrics: Metrics
  /** Rejects while the store cannot serve. */
  readonly checkReady: () => Promise<unknown>
}

/** `/health/live`, `/health/ready`, and `/metrics` for callers on this machine. */
export const healthHandler =
  ({ metrics, checkReady }: HealthOptions): Middleware =>
  async (ctx, next) => {
    if (ctx.path === '/health/live') ctx.body = { status: 'live' }
    else if (ctx.path === '/health/ready') await ready(ctx, checkReady)
    else if (ctx.path === '/metrics') await figures(ctx, metrics)
    else await next()
  }

type Context = Parameters<Middleware>[0]

async function ready(ctx: Context, checkReady: HealthOptions['checkReady']): Promise<void> {
  try {
    await checkReady()
    ctx.body = { status: 'ready' }
  } catch {
    ctx.status = 503
    ctx.body = { status: 'unavailable' }
  }
}

async function figures(ctx: Context, metrics: Metrics): Promise<void> {
  if (!isLoopback(ctx.req.socket.remoteAddress)) ctx.throw(403)
  ctx.type = metrics.contentType
  ctx.body = await metrics.text()
}

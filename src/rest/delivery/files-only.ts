import type { Middleware } from 'koa'
import type { OriginOf } from '../../http/forwarded.ts'

/** Leaves nothing to others on the host of files, when they have one of their own: no page there shares an origin with the console. */
export function filesOnly(filesUrl: string | undefined, originOf: OriginOf): Middleware {
  const filesHost = filesUrl === undefined ? undefined : new URL(filesUrl).host
  return async (ctx, next) => {
    if (filesHost === undefined || originOf(ctx.req).host?.toLowerCase() !== filesHost) await next()
  }
}

import type { IncomingMessage } from 'node:http'
import type { Middleware } from 'koa'
import { isQueryRequest } from './query-request.ts'
import type { ServeOptions } from './serve.ts'

export interface IamHandlerOptions extends ServeOptions {
  /** Whether a request is to the service itself: its address names neither bucket nor object. */
  readonly namesNothing: (request: IncomingMessage) => boolean
}

/** The IAM and STS faces, in front of S3's, to which everything goes that is not theirs. */
export const iamHandler =
  (options: IamHandlerOptions): Middleware =>
  async (ctx, next) => {
    const { req: request, res: response } = ctx
    if (!isQueryRequest(request) || !options.namesNothing(request)) {
      await next()
      return
    }
    ctx.respond = false
    // Most servers are never asked: the operations are loaded with the first request.
    const { serve } = await import('./serve.ts')
    await serve({ request, response, notes: ctx.state }, options)
  }

import Koa, { type Context } from 'koa'

/**
 * A Koa for a face that answers everything itself, errors included. Koa's own part in a request, a watch for the response's end and the sending of
 * `ctx.body`, has nothing to do then and costs a tenth of a small GET.
 */
export const createFaceApp = (): Koa =>
  Object.assign(new Koa(), {
    handleRequest: (ctx: Context, run: (ctx: Context) => Promise<void>): Promise<void> => run(ctx),
  })

import Router from '@koa/router'
import { S3Error } from '../core/errors.ts'
import { callContexts, type ContextOptions } from './call-contexts.ts'
import { answerCall, type AnswerOptions } from './answer-call.ts'
import { signedIn } from './contract/access.ts'
import { endpointNames, endpoints } from './contract.ts'
import { openApiDocument, reference } from './open-api.ts'
import { sendReference } from '../http/reference-page.ts'
import type { Middleware } from 'koa'

/** More than calls answer: downloads and the ways of browsers. */
type AddRoutes = (router: Router) => void

interface AdminOptions extends ContextOptions, AnswerOptions {
  readonly onFault: (error: unknown) => void
  readonly addRoutes?: AddRoutes | undefined
}

/** The admin API below `/admin`, its description at `/admin/openapi.json`, and a page to read that at `/admin/reference`. */
export function adminHandler(options: AdminOptions): Middleware {
  const router = new Router({ prefix: '/admin' })
  const contextOf = callContexts(options)
  router.use(problemDocuments(options.onFault))
  for (const name of endpointNames) {
    const { method, path, access } = endpoints[name]
    const answer = answerCall(options, name)
    router[method](path, async (ctx) => answer(ctx, await contextOf(ctx, access)))
  }
  router.get('/openapi.json', async (ctx) => {
    await contextOf(ctx, signedIn)
    ctx.body = openApiDocument()
  })
  router.get('/reference', async (ctx) => {
    await contextOf(ctx, signedIn)
    sendReference(ctx, reference())
  })
  options.addRoutes?.(router)
  router.all('/{*rest}', () => {
    throw new S3Error('NotFound', { message: 'The admin API has nothing at this address for this method.' })
  })
  return router.routes() as Middleware
}

const problemDocuments =
  (onFault: AdminOptions['onFault']): Middleware =>
  async (ctx, next) => {
    try {
      ctx.set('Cache-Control', 'no-store')
      await next()
    } catch (error) {
      if (!(error instanceof S3Error)) onFault(error)
      const { status, code, message, detail, headers } =
        error instanceof S3Error ? error : new S3Error('InternalError')
      ctx.set({ ...headers })
      // 503 would say that it is the server's fault.
      ctx.status = code === 'SlowDown' ? 429 : status
      ctx.body = { code, message, place: detail['Detail'] }
    }
  }

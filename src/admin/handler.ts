import Router from '@koa/router'
import { S3Error } from '../core/errors.ts'
import { type Admin, type EndpointName, endpointNames, endpoints } from './contract.ts'
import { openApiDocument } from './open-api.ts'
import { readJson } from './read-json.ts'
import type { OperatorRequest } from './authenticate-operator.ts'
import type { Middleware, ParameterizedContext } from 'koa'

interface AdminOptions {
  readonly admin: Admin
  /** Rejects with S3Error unless the request comes from an operator. */
  readonly authenticate: (request: OperatorRequest) => Promise<void>
  readonly onFault: (error: unknown) => void
}

/** The admin API below `/admin`, and its description at `/admin/openapi.json`, for operators. */
export function adminHandler({ admin, authenticate, onFault }: AdminOptions): Middleware {
  const router = new Router({ prefix: '/admin' })
  router.use(problemDocuments(onFault))
  router.use(async (ctx, next) => {
    await authenticate({
      authorization: ctx.req.headers.authorization,
      remoteAddress: ctx.req.socket.remoteAddress ?? '',
    })
    await next()
  })
  for (const name of endpointNames) router[endpoints[name].method](endpoints[name].path, answer(admin, name))
  router.get('/openapi.json', (ctx) => {
    ctx.body = openApiDocument()
  })
  router.all('/{*rest}', () => {
    throw new S3Error('NotFound', { message: 'The admin API has nothing at this address for this method.' })
  })
  return router.routes() as Middleware
}

const answer = (admin: Admin, name: EndpointName) => {
  const { input, status, method } = endpoints[name]
  // The input has just been checked by the schema of the same endpoint.
  const call = admin[name] as (input: unknown) => Promise<unknown>
  return async (ctx: ParameterizedContext & { params: Readonly<Record<string, string>> }) => {
    const rest = method === 'get' ? ctx.query : await readJson(ctx.req)
    const parsed = input.strict().safeParse({ ...rest, ...ctx.params })
    if (!parsed.success) throw invalidInput(parsed.error)
    const output = await call(parsed.data)
    ctx.status = status
    ctx.set('Cache-Control', 'no-store')
    ctx.body = status === 204 ? null : output
  }
}

interface Refusal {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

function invalidInput({ issues }: Refusal): S3Error {
  const reasons = issues.map(({ path, message }) => [...path.map(String), message].join(': '))
  return new S3Error('InvalidArgument', { message: reasons.join('; ') })
}

const problemDocuments =
  (onFault: AdminOptions['onFault']): Middleware =>
  async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      if (!(error instanceof S3Error)) onFault(error)
      const { status, code, message } = error instanceof S3Error ? error : new S3Error('InternalError')
      ctx.status = status
      ctx.body = { code, message }
    }
  }

import Router from '@koa/router'
import { S3Error } from '../core/errors.ts'
import { authenticate } from './authenticate.ts'
import { bearerOf } from './call.ts'
import { type EndpointName, endpointNames, endpoints } from './contract.ts'
import { allowOrigin, sendPreflight } from './cross-origin.ts'
import { exchangeOf, type Exchange } from './exchange.ts'
import { handlers } from './handlers.ts'
import { sendReference } from '../http/reference-page.ts'
import { openApiDocument, reference } from './open-api.ts'
import { parsed } from './parsed.ts'
import { queryOf } from './query-of.ts'
import { asRefused } from './refusal.ts'
import { readJson } from './request-body.ts'
import { sendJson, sendRefusal } from './send-json.ts'
import { tusHandler } from './tus/tus-handler.ts'
import type { Core } from '../core/create-core.ts'
import type { Endpoint } from './contract/endpoint.ts'
import type { Middleware, ParameterizedContext } from 'koa'
import type { OriginOf } from '../http/forwarded.ts'

export interface RestOptions {
  readonly core: Core
  readonly originOf: OriginOf
  /** Gives requests their ids, see http/request-scope.ts. */
  readonly scope: Middleware
  /** Under which clients reach files, without a slash at the end; undefined: where the request came to. */
  readonly filesUrl: string | undefined
  readonly onFault: (error: unknown, requestId: string) => void
}

type RestContext = ParameterizedContext & { readonly params: Readonly<Record<string, string>> }
type Serve = (exchange: Exchange, params: RestContext['params']) => Promise<void>

/** REST for applications, below `/api` and without it; what has another address is left to others. */
export function restHandler(options: RestOptions): Middleware {
  const router = new Router()
  const within = (serve: Serve): Middleware => serving(options, serve)
  const { core } = options
  for (const name of endpointNames) {
    const { method, path } = endpoints[name]
    router[method](pathsOf(path), within(answer(options, name)))
    router.options(
      pathsOf(path),
      within((exchange) => sendPreflight(core, exchange)),
    )
  }
  router.all([...pathsOf('/tus'), ...pathsOf('/tus/:id')], within(tusHandler(options)))
  router.get('/api/openapi.json', (ctx) => {
    ctx.body = openApiDocument()
  })
  router.get('/api/docs', (ctx) => {
    sendReference(ctx, reference())
  })
  router.all('/api/{*rest}', within(refuseUnknown))
  return router.routes() as Middleware
}

const pathsOf = (path: string): string[] => [`/api${path}`, path]

const refuseUnknown: Serve = () =>
  Promise.reject(new S3Error('NotFound', { message: 'The API has nothing at this address for this method.' }))

/** Answers every error, and reports those that are the server's. */
function serving({ core, originOf, scope, onFault }: RestOptions, serve: Serve): Middleware {
  return async (ctx) => {
    await scope(ctx, async () => {
      ctx.respond = false
      const exchange = exchangeOf(ctx, originOf)
      exchange.response.setHeader('X-Request-Id', exchange.notes.requestId)
      try {
        await core.catalog.refresh()
        if (exchange.request.method !== 'OPTIONS') await allowOrigin(core, exchange)
        await serve(exchange, (ctx as RestContext).params)
      } catch (error) {
        const { refused, isFault } = asRefused(error)
        exchange.notes.subject.error = refused.code
        if (isFault) onFault(error, exchange.notes.requestId)
        sendRefusal(exchange, refused)
      }
    })
  }
}

const answer = ({ core, filesUrl }: RestOptions, name: EndpointName): Serve => {
  const endpoint: Endpoint = endpoints[name]
  const handle = handlers[name] as (call: never) => Promise<unknown>
  return async (exchange, params) => {
    exchange.notes.operation = `Rest${name.charAt(0).toUpperCase()}${name.slice(1)}`
    const { bearer, caller } = await authenticate(core, exchange)
    if (endpoint.access === 'key') bearerOf({ bearer })
    const input = parsed(endpoint.input, await givenInput(endpoint, exchange, params))
    noteNames(exchange, input)
    const baseUrl = filesUrl ?? baseOf(exchange)
    const call = { core, exchange, input, bearer, caller, baseUrl }
    // The input has just been checked by the schema of the same endpoint.
    const output = await handle(call as never)
    if (endpoint.output) sendJson(exchange, endpoint.status, output)
  }
}

function noteNames(
  { notes: { subject } }: Exchange,
  { bucket, file }: Readonly<Record<string, unknown>>,
): void {
  if (typeof bucket === 'string') subject.bucket = bucket
  if (typeof file === 'string') subject.key = file
}

async function givenInput({ body }: Endpoint, exchange: Exchange, params: RestContext['params']) {
  const query = Object.fromEntries(queryOf(exchange.request.url))
  const members = body?.type === 'application/json' ? await readJson(exchange) : {}
  return { ...query, ...members, ...params }
}

const baseOf = ({ origin: { scheme, host = '' } }: Exchange): string => `${scheme}://${host}`

import type { Middleware } from 'koa'
import { S3Error } from '../core/errors.ts'
import { mayBeLogged, noteAccess } from './access-notes.ts'
import { noteAddress, noteError } from './note-request.ts'
import { asS3Error, type OnFault } from './as-s3-error.ts'
import { atHost } from './at-host.ts'
import { authenticate, type AuthenticationOptions } from './authenticate.ts'
import { allowOrigin, sendPreflight } from './cross-origin.ts'
import { exchangeOf, type Exchange } from './exchange.ts'
import { levelOf, matchOperation } from './match.ts'
import { methodNotAllowed } from './method-not-allowed.ts'
import { findNamedBucket } from './named-bucket.ts'
import { operations, type OperationRow } from './operations.ts'
import { isFormPost, postObject } from './post-object.ts'
import { runOperation } from './run-operation.ts'
import { sendError } from './send.ts'
import { createWireRequest, type WireRequest } from './wire-request.ts'
import type { Core } from '../core/create-core.ts'
import type { OriginOf } from '../http/forwarded.ts'
import type { AddressOptions } from './address.ts'
import type { IsConsole } from './console-origin.ts'
import type { PublicAddress } from './public-address.ts'

export interface S3HandlerOptions extends AuthenticationOptions, Pick<AddressOptions, 'domains'> {
  readonly core: Core
  readonly targets: readonly PublicAddress[]
  readonly originOf: OriginOf
  readonly isConsole: IsConsole
  /** Whether keys of clients may come over plain HTTP. */
  readonly sseCOverHttp: boolean
  /** How often a client that waits for a long copy hears of it, in milliseconds. */
  readonly aliveMs: number
  readonly onFault: OnFault
}

/** The S3 face: match, authenticate, parse, authorise, call, write. */
export const s3Handler =
  (options: S3HandlerOptions): Middleware =>
  async (ctx) => {
    ctx.respond = false
    const exchange = exchangeOf(ctx)
    try {
      await serve(exchange, options)
    } catch (error) {
      const refused = asS3Error(error, exchange, options)
      noteError(exchange, refused)
      sendError(exchange, refused)
    }
    if (mayBeLogged(exchange)) {
      await noteAccess(exchange, options.core).catch((fault: unknown) => {
        options.onFault(fault, exchange.notes.requestId)
      })
    }
  }

async function serve(exchange: Exchange, options: S3HandlerOptions): Promise<void> {
  const { request, notes } = exchange
  const { core } = options
  const origin = options.originOf(request)
  notes.remoteAddress = origin.remoteAddress
  requireHost(request)
  const wire = createWireRequest(request, options, origin)
  noteAddress(exchange, wire)
  await core.catalog.refresh()
  if (wire.method === 'OPTIONS') {
    notes.operation = 'Preflight'
    return sendPreflight(exchange, options, wire)
  }
  if (wire.headers.origin !== undefined) await allowOrigin(exchange, options, wire)
  const match = {
    method: wire.method,
    level: levelOf(wire.address),
    query: wire.query,
    headers: wire.headers,
  }
  const name = matchOperation(match)
  if (!name && isFormPost(wire)) {
    notes.operation = 'PostObject'
    return postObject(exchange, wire, options)
  }
  if (name) notes.operation = name
  if (name === 'HeadBucket') await tellRegion(exchange, core, wire)
  const signed = await authenticate(wire, request.url ?? '/', options)
  if (!name) throw methodNotAllowed(match)
  const row: OperationRow = operations[name]
  const { handler } = row
  if (!handler) throw new S3Error('NotImplemented', { message: `${name} is not implemented.` })
  const { aliveMs } = options
  const authenticated =
    wire.address.project === undefined
      ? signed
      : { ...signed, caller: await atHost(core, wire, signed.caller) }
  await runOperation(exchange, core, { name, row, handler, aliveMs, wire, authenticated })
}

/** HTTP/1.1 wants a host (RFC 9112, 3.2); node:http would refuse without a word of XML. */
function requireHost({ httpVersion, headers }: Exchange['request']): void {
  if (headers.host !== undefined || httpVersion === '1.0') return
  throw new S3Error('BadRequest', { message: 'The Host header is missing.' })
}

/** S3 gives the region even to those who may not look into the bucket. */
async function tellRegion({ response }: Exchange, core: Core, wire: WireRequest): Promise<void> {
  const bucket = await findNamedBucket(core, wire)
  if (bucket) response.setHeader('x-amz-bucket-region', bucket.region)
}

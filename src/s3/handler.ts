import type { Middleware } from 'koa'
import { S3Error } from '../core/errors.ts'
import { authenticate, type AuthenticationOptions, type Authenticated } from './authenticate.ts'
import { codecs } from './codecs.ts'
import { allowOrigin, sendPreflight } from './cross-origin.ts'
import { exchangeOf, type Exchange } from './exchange.ts'
import { checkExpectedOwner, expectsOwner } from './expected-owner.ts'
import { levelOf, matchOperation } from './match.ts'
import { methodNotAllowed } from './method-not-allowed.ts'
import { findNamedBucket } from './named-bucket.ts'
import { noBody } from './no-body.ts'
import { operations, type OperationRow } from './operations.ts'
import { isFormPost, postObject } from './post-object.ts'
import { readDocument } from './read-document.ts'
import { send, sendError } from './send.ts'
import { refuseUnsupported } from './unsupported-members.ts'
import { uploadBody, type IncomingBody } from './upload-body.ts'
import { createWireRequest, type WireRequest } from './wire-request.ts'
import type { S3Action } from '../core/policy/acl-rights.ts'
import type { Core } from '../core/create-core.ts'
import type { Codec } from '../protocol/codec.ts'
import type { Handler, OperationName } from './operation.ts'
import type { OriginOf } from '../http/forwarded.ts'
import type { AddressOptions } from './address.ts'
import type { PublicAddress } from './public-address.ts'

export interface S3HandlerOptions extends AuthenticationOptions, Pick<AddressOptions, 'domains'> {
  readonly core: Core
  readonly targets: readonly PublicAddress[]
  readonly originOf: OriginOf
  /** Told of what no client should ever see. */
  readonly onFault: (error: unknown, requestId: string) => void
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
      sendError(exchange, asS3Error(error, exchange, options))
    }
  }

async function serve(exchange: Exchange, options: S3HandlerOptions): Promise<void> {
  const { request, notes } = exchange
  const { core } = options
  const origin = options.originOf(request)
  notes.remoteAddress = origin.remoteAddress
  requireHost(request)
  const wire = createWireRequest(request, options, origin)
  await core.catalog.refresh()
  if (wire.method === 'OPTIONS') {
    notes.operation = 'Preflight'
    return sendPreflight(exchange, core, wire)
  }
  if (wire.headers.origin !== undefined) await allowOrigin(exchange, core, wire)
  const match = { method: wire.method, level: levelOf(wire.address), query: wire.query, headers: wire.headers }
  const name = matchOperation(match)
  if (!name && isFormPost(wire)) {
    notes.operation = 'PostObject'
    return postObject(exchange, wire, options)
  }
  if (name) notes.operation = name
  if (name === 'HeadBucket') await tellRegion(exchange, core, wire)
  const authenticated = await authenticateWire(wire, request.url ?? '/', options)
  if (!name) throw methodNotAllowed(match)
  const row: OperationRow = operations[name]
  if (!row.handler) throw new S3Error('NotImplemented', { message: `${name} is not implemented.` })
  await run(exchange, core, { name, action: row.action, handler: row.handler, wire, authenticated })
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

function authenticateWire(wire: WireRequest, url: string, options: S3HandlerOptions): Promise<Authenticated> {
  const { address, headers, method, origin, rawHeaders } = wire
  const bucketInHost = address.style === 'virtual' ? address.bucket : undefined
  // A proxy that is believed says which host the client has signed.
  const isForwarded = origin.host !== undefined && origin.host !== headers.host
  const targets = isForwarded ? [{ host: origin.host, pathPrefix: '' }, ...options.targets] : options.targets
  return authenticate({ method, url, rawHeaders, headers }, bucketInHost, isForwarded ? { ...options, targets } : options)
}

interface Call {
  readonly name: OperationName
  readonly action: S3Action
  readonly handler: NonNullable<OperationRow['handler']>
  readonly wire: WireRequest
  readonly authenticated: Authenticated
}

async function run(exchange: Exchange, core: Core, { name, action, handler, wire, authenticated }: Call): Promise<void> {
  const { caller, payload } = authenticated
  // Each handler fits the codec of its own name; the table holds them all, so the pair is looked at as one of any.
  const codec = codecs[name] as Codec<Record<string, unknown>, object>
  const handle = handler as unknown as Handler<OperationName>
  const incoming: IncomingBody = { request: exchange.request, onRead: exchange.sendContinue }
  const bucket = await core.authorise(caller, action, wire.address.bucket)
  const document = codec.requestBody === 'document' ? await readDocument(incoming, payload, codec) : undefined
  const input = codec.parse(wire, document)
  refuseUnsupported(input)
  if (expectsOwner(input)) await checkExpectedOwner(core, input, { caller, bucket })
  const body = codec.requestBody === 'stream' ? uploadBody(incoming, payload) : noBody
  const call = { input, caller, core, body, wire, signal: exchange.signal }
  const output = await handle(call)
  const { status, headers, body: text } = codec.write(output)
  const bytes = codec.streamed === undefined ? undefined : (output as Record<string, unknown>)[codec.streamed]
  await send(exchange, { status: status, headers, body: (bytes as Buffer | undefined) ?? text })
}

function asS3Error(error: unknown, { notes: { requestId }, response }: Exchange, { onFault }: S3HandlerOptions): S3Error {
  if (response.destroyed && isBreakOff(error)) return new S3Error('RequestTimeout', { cause: error })
  if (error instanceof S3Error) {
    if (error.code === 'InternalError') onFault(error, requestId)
    return error
  }
  onFault(error, requestId)
  return new S3Error('InternalError', { cause: error })
}

/** How it shows that a client went away before it had its answer, which is nobody's fault. */
const isBreakOff = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))

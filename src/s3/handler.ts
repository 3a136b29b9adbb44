import type { Middleware } from 'koa'
import { S3Error } from '../core/errors.ts'
import { authenticate, type AuthenticationOptions, type Authenticated } from './authenticate.ts'
import { codecs } from './codecs.ts'
import { exchangeOf, type Exchange } from './exchange.ts'
import { levelOf, matchOperation } from './match.ts'
import { noBody } from './no-body.ts'
import { operations, type OperationRow } from './operations.ts'
import { readDocument } from './read-document.ts'
import { send, sendError } from './send.ts'
import { uploadBody, type IncomingBody } from './upload-body.ts'
import { createWireRequest, type WireRequest } from './wire-request.ts'
import type { S3Action } from '../core/policy/acl-rights.ts'
import type { Core } from '../core/create-core.ts'
import type { Codec } from '../protocol/codec.ts'
import type { Handler, OperationName } from './operation.ts'
import type { AddressOptions } from './address.ts'

export interface S3HandlerOptions extends AuthenticationOptions, AddressOptions {
  readonly core: Core
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
  const { request } = exchange
  const { core } = options
  const wire = createWireRequest(request, options)
  await core.catalog.refresh()
  const name = matchOperation({ method: wire.method, level: levelOf(wire.address), query: wire.query, headers: wire.headers })
  if (name) exchange.notes.operation = name
  const signed = { method: wire.method, url: request.url ?? '/', rawHeaders: wire.rawHeaders, headers: wire.headers }
  const authenticated = await authenticate(signed, wire.address.style === 'virtual' ? wire.address.bucket : undefined, options)
  if (!name) throw new S3Error('MethodNotAllowed', { detail: { Method: wire.method } })
  const row: OperationRow = operations[name]
  if (!row.handler) throw new S3Error('NotImplemented', { message: `${name} is not implemented.` })
  await run(exchange, core, { name, action: row.action, handler: row.handler, wire, authenticated })
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
  const codec = codecs[name] as Codec<unknown, object>
  const handle = handler as unknown as Handler<OperationName>
  const incoming: IncomingBody = { request: exchange.request, onRead: exchange.sendContinue }
  const document = codec.requestBody === 'document' ? await readDocument(incoming, payload, codec) : undefined
  const input = codec.parse(wire, document)
  await core.authorise(caller, action, wire.address.bucket)
  const body = codec.requestBody === 'stream' ? uploadBody(incoming, payload) : noBody
  const call = { input, caller, core, body, wire, signal: exchange.signal }
  const output = await handle(call as Parameters<typeof handle>[0])
  const { status, headers, body: text } = codec.write(output)
  const bytes = codec.streamed === undefined ? undefined : (output as Record<string, unknown>)[codec.streamed]
  await send(exchange, { status: status, headers, body: (bytes as Buffer | undefined) ?? text })
}

function asS3Error(error: unknown, { notes: { requestId } }: Exchange, { onFault }: S3HandlerOptions): S3Error {
  if (error instanceof S3Error) {
    if (error.code === 'InternalError') onFault(error, requestId)
    return error
  }
  onFault(error, requestId)
  return new S3Error('InternalError', { cause: error })
}

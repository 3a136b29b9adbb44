import type { IncomingMessage } from 'node:http'
import type { Middleware } from 'koa'
import { S3Error } from '../core/errors.ts'
import { findOperation, namespaceFor } from './find-operation.ts'
import { asQueryError, errorDocument } from './query-error.ts'
import { isQueryRequest, readQueryRequest } from './query-request.ts'
import { parameterTree, type ParameterNode } from './parameter-tree.ts'
import { runOperation } from './run-operation.ts'
import { send, type Exchange } from './send.ts'
import type { AuthenticationOptions } from './authenticate.ts'
import type { OriginOf } from '../http/forwarded.ts'

export interface IamHandlerOptions extends AuthenticationOptions {
  readonly originOf: OriginOf
  /** Whether a request is to the service itself: its address names neither bucket nor object. */
  readonly namesNothing: (request: IncomingMessage) => boolean
  /** Told of what no client should ever see. */
  readonly onFault: (error: unknown, requestId: string) => void
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
    await serve({ request, response, notes: ctx.state }, options)
  }

const nothing = parameterTree([])

async function serve(exchange: Exchange, options: IamHandlerOptions): Promise<void> {
  const { request, response, notes } = exchange
  const origin = options.originOf(request)
  notes.remoteAddress = origin.remoteAddress
  let parameters: ParameterNode = nothing
  try {
    if (request.headers.expect !== undefined) response.writeContinue()
    const read = await readQueryRequest(request)
    ;({ parameters } = read)
    const asked = findOperation(parameters)
    notes.operation = asked.name
    await options.core.catalog.refresh()
    send(exchange, 200, await runOperation(exchange, { ...asked, ...read, origin }, options))
  } catch (error) {
    const shown = asQueryError(asS3Error(error, notes.requestId, options))
    notes.subject.error = shown.code
    send(exchange, shown.status, errorDocument(shown, namespaceFor(parameters), notes.requestId))
  }
}

function asS3Error(error: unknown, requestId: string, { onFault }: IamHandlerOptions): S3Error {
  if (error instanceof S3Error && error.code !== 'InternalError') return error
  onFault(error, requestId)
  return new S3Error('InternalError', { cause: error })
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'koa'
import type { LazySignal } from '../core/ports.ts'
import type { Origin, OriginOf } from '../http/forwarded.ts'
import type { RequestNotes } from '../http/request-scope.ts'

/** A request on its way through the face. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly notes: RequestNotes
  /** How the client reached the server. */
  readonly origin: Origin
  /** Aborted when the client goes away before it has its answer. */
  readonly signal: LazySignal
  /** Answers `Expect: 100-continue`, once; nothing for a client that does not wait. */
  readonly sendContinue: () => void
}

export function exchangeOf(ctx: Context, originOf: OriginOf): Exchange {
  const { req: request, res: response } = ctx
  const origin = originOf(request)
  const notes = ctx.state as RequestNotes
  notes.remoteAddress = origin.remoteAddress
  let mustContinue = request.headers.expect?.toLowerCase() === '100-continue'
  let signal: AbortSignal | undefined
  return {
    request,
    response,
    notes,
    origin,
    signal: () => (signal ??= signalOf(response)),
    sendContinue: () => {
      if (mustContinue) response.writeContinue()
      mustContinue = false
    },
  }
}

function signalOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'koa'
import { waitingClient, type WaitingClient } from '../http/waiting-client.ts'
import type { Origin, OriginOf } from '../http/forwarded.ts'
import type { RequestNotes } from '../http/request-scope.ts'

/** A request on its way through the face. */
export interface Exchange extends WaitingClient {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly notes: RequestNotes
  /** How the client reached the server. */
  readonly origin: Origin
}

export function exchangeOf(ctx: Context, originOf: OriginOf): Exchange {
  const { req: request, res: response } = ctx
  const origin = originOf(request)
  const notes = ctx.state as RequestNotes
  notes.remoteAddress = origin.remoteAddress
  return { request, response, notes, origin, ...waitingClient(request, response) }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'koa'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Caller } from '../core/caller.ts'
import type { S3Error } from '../core/errors.ts'
import type { WireRequest } from './wire-request.ts'
import type { RequestNotes } from '../http/request-scope.ts'

/** A request on its way through the face: what the log and the metrics want to know is noted here. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly notes: RequestNotes
  readonly access: AccessNotes
  /** Aborted when the client goes away before it has its answer. */
  readonly signal: () => AbortSignal
  /** Answers `Expect: 100-continue`, once; nothing for a client that does not wait. */
  readonly sendContinue: () => void
}

/** What the access log of a bucket wants to know. */
interface AccessNotes {
  wire?: WireRequest
  caller?: Caller
  /** The one that the request names, once it has been looked up. */
  bucket?: Bucket | undefined
  input?: object
  output?: object
  error?: S3Error
  /** When the answer began, by performance.now(). */
  answered?: number
}

const signals = new WeakMap<ServerResponse, AbortSignal>()

export const exchangeOf = (ctx: Context): Exchange => {
  const { req: request, res: response } = ctx
  let mustContinue = request.headers.expect?.toLowerCase() === '100-continue'
  return {
    request,
    response,
    notes: ctx.state,
    access: {},
    signal: () => signalOf(response),
    sendContinue: () => {
      if (mustContinue) response.writeContinue()
      mustContinue = false
    },
  }
}

/** Made only for requests that last: an AbortController costs more than a small GET's look-up. */
function signalOf(response: ServerResponse): AbortSignal {
  const known = signals.get(response)
  if (known) return known
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  signals.set(response, controller.signal)
  return controller.signal
}

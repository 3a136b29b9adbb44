import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'koa'
import { waitingClient, type WaitingClient } from '../http/waiting-client.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Caller } from '../core/caller.ts'
import type { S3Error } from '../core/errors.ts'
import type { WireRequest } from './wire-request.ts'
import type { RequestNotes } from '../http/request-scope.ts'

/** A request on its way through the face: what the log and the metrics want to know is noted here. */
export interface Exchange extends WaitingClient {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly notes: RequestNotes
  readonly access: AccessNotes
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

export const exchangeOf = ({ req: request, res: response, state: notes }: Context): Exchange => ({
  request,
  response,
  notes,
  access: {},
  ...waitingClient(request, response),
})

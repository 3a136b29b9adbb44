import type { IncomingMessage, ServerResponse } from 'node:http'
import { endAndDrain, endAndLinger, hasLongRest } from '../http/discard-rest.ts'
import type { RequestNotes } from '../http/request-scope.ts'

/** A request and its answer, and what the log wants to know of both. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly notes: RequestNotes
}

/** Sends a document. A body that is still coming is not waited for when it is long: the connection closes behind the answer. */
export function send(
  { request, response, notes }: Exchange,
  status: number,
  document: string | Buffer,
): void {
  const body = document.toString()
  notes.bytesOut = Buffer.byteLength(body)
  const isLast = hasLongRest(request)
  response.writeHead(status, {
    'x-amzn-RequestId': notes.requestId,
    'Content-Type': 'text/xml',
    'Content-Length': notes.bytesOut,
    ...(isLast && { Connection: 'close' }),
  })
  const end = isLast ? endAndLinger : endAndDrain
  end(request, response, body)
}

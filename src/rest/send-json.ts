import { endAndDrain, endAndLinger, hasLongRest } from '../http/discard-rest.ts'
import { refusalOf } from './refusal.ts'
import type { Exchange } from './exchange.ts'
import type { S3Error } from '../core/errors.ts'

type Headers = Readonly<Record<string, string>>

/** Sends a document, or nothing with 204. */
export function sendJson(exchange: Exchange, status: number, document: unknown): void {
  sendText(exchange, { status, headers: {}, text: status === 204 ? undefined : JSON.stringify(document) })
}

/** Sends `{"status":"error","code","message"}`. A body that is still coming is not waited for when it is long: the connection closes behind the answer. */
export function sendRefusal(exchange: Exchange, error: S3Error): void {
  const { response } = exchange
  const { status, headers, document } = refusalOf(error)
  if (response.headersSent || response.destroyed) {
    if (!response.headersSent) response.statusCode = status
    response.destroy()
    return
  }
  sendText(exchange, { status, headers, text: document && JSON.stringify(document) })
}

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string | undefined
}

function sendText({ request, response, notes }: Exchange, { status, headers, text }: Answer): void {
  const isLast = hasLongRest(request)
  response.setHeader('Cache-Control', 'no-store')
  if (text !== undefined) {
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.setHeader('Content-Length', Buffer.byteLength(text))
  }
  if (isLast) response.setHeader('Connection', 'close')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.writeHead(status)
  const body = request.method === 'HEAD' ? undefined : text
  notes.bytesOut = Buffer.byteLength(body ?? '')
  if (isLast) endAndLinger(request, response, body)
  else endAndDrain(request, response, body)
}

import { pipeline } from 'node:stream/promises'
import { endAndDrain, endAndLinger, hasLongRest } from '../http/discard-rest.ts'
import { errorDocument } from '../protocol/error-document.ts'
import { rawPath } from '../protocol/signed-request.ts'
import { identityHeaders } from './identity-headers.ts'
import { endLate, isLate } from './late-answer.ts'
import type { Readable } from 'node:stream'
import type { S3Error } from '../core/errors.ts'
import type { Exchange } from './exchange.ts'

interface Answer {
  readonly status: number
  /** Names and values in turn. */
  readonly headers: string[]
  readonly body: string | Buffer | Readable | undefined
}

/** Sends an answer; a stream that fails after the headers takes the connection with it, so that nobody mistakes it for whole. */
export async function send(exchange: Exchange, { status, headers, body }: Answer): Promise<void> {
  const { request, response, notes } = exchange
  const all = [...headers, ...identityHeaders(notes.requestId)]
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) {
    // Encoded once: counting the bytes of a long listing costs as much as writing them.
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    if (isLate(response)) {
      endLate(exchange, bytes)
      return
    }
    const length = bytes?.length ?? 0
    if (request.method !== 'HEAD') notes.bytesOut = length
    if (!hasLength(headers) && status !== 204 && status !== 304) all.push('Content-Length', String(length))
    response.writeHead(status, all)
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return
  }
  notes.bytesOut = Number(headers[headers.indexOf('Content-Length') + 1] ?? 0)
  response.writeHead(status, all)
  await pipeline(body, response)
}

const hasLength = (headers: readonly string[]) =>
  headers.some((name, n) => n % 2 === 0 && name === 'Content-Length')

/** Sends an error in S3's form. A body that is still coming is not waited for when it is long: the connection closes behind the answer. */
export function sendError(exchange: Exchange, error: S3Error): void {
  const { response, notes } = exchange
  const body = documentOf(exchange, error)
  if (isLate(response)) {
    notes.lateError = error.code
    endLate(exchange, Buffer.from(body ?? ''))
    return
  }
  if (response.headersSent || response.destroyed) {
    abandon(response, error)
    return
  }
  const headers = Object.entries(error.headers).flat()
  if (error.status !== 304) headers.push('Content-Type', 'application/xml')
  sendUnread(exchange, { status: error.status, headers, body })
}

/** Sends an answer to a request whose body, if it has one, nobody reads. */
export function sendUnread(
  { request, response, notes }: Exchange,
  { status, headers, body }: Answer & { readonly body: string | undefined },
): void {
  const all = [...headers, ...identityHeaders(notes.requestId)]
  if (body !== undefined) {
    notes.bytesOut = Buffer.byteLength(body)
    all.push('Content-Length', String(notes.bytesOut))
  }
  const isLast = hasLongRest(request)
  if (isLast) all.push('Connection', 'close')
  response.writeHead(status, all)
  if (isLast) endAndLinger(request, response, body)
  else endAndDrain(request, response, body)
}

/** It is too late to tell the client; the log may still know. */
function abandon(response: Exchange['response'], { status }: S3Error): void {
  if (!response.headersSent) response.statusCode = status
  response.destroy()
}

function documentOf({ request, notes: { requestId } }: Exchange, error: S3Error): string | undefined {
  if (request.method === 'HEAD' || error.status === 304) return undefined
  return errorDocument(error, { requestId, hostId: requestId, resource: rawPath(request.url ?? '/') })
}

import { pipeline } from 'node:stream/promises'
import { errorDocument } from '../protocol/error-document.ts'
import type { Readable } from 'node:stream'
import type { S3Error } from '../core/errors.ts'
import type { Exchange } from './exchange.ts'

interface Answer {
  readonly status: number
  /** Names and values in turn. */
  readonly headers: string[]
  readonly body: string | Buffer | Readable | undefined
}

/** What S3 sends with every answer. */
const commonHeaders = ({ notes: { requestId } }: Exchange): string[] => ['x-amz-request-id', requestId, 'x-amz-id-2', requestId, 'Server', 'Seau']

/** Sends an answer; a stream that fails after the headers takes the connection with it, so that nobody mistakes it for whole. */
export async function send(exchange: Exchange, { status, headers, body }: Answer): Promise<void> {
  const { request, response, notes } = exchange
  const all = [...headers, ...commonHeaders(exchange)]
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) {
    const length = lengthOf(body)
    if (request.method !== 'HEAD') notes.bytesOut = length
    if (!hasLength(headers) && status !== 204 && status !== 304) all.push('Content-Length', String(length))
    response.writeHead(status, all)
    response.end(request.method === 'HEAD' ? undefined : body)
    return
  }
  notes.bytesOut = Number(headers[headers.indexOf('Content-Length') + 1] ?? 0)
  response.writeHead(status, all)
  await pipeline(body, response)
}

const hasLength = (headers: readonly string[]) => headers.some((name, n) => n % 2 === 0 && name === 'Content-Length')
const lengthOf = (body: string | Buffer | undefined) => (body === undefined ? 0 : Buffer.byteLength(body))

/** Sends an error in S3's form. A body that is still coming is not waited for when it is long: the connection closes behind the answer. */
export function sendError(exchange: Exchange, error: S3Error): void {
  const { request, response, notes } = exchange
  if (response.headersSent) {
    response.destroy()
    return
  }
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const hasBody = request.method !== 'HEAD' && error.status !== 304
  const body = hasBody ? errorDocument(error, { requestId: notes.requestId, hostId: notes.requestId, resource: pathname }) : undefined
  const headers = [...Object.entries(error.headers).flat(), ...commonHeaders(exchange)]
  if (body !== undefined) {
    notes.bytesOut = Buffer.byteLength(body)
    headers.push('Content-Type', 'application/xml', 'Content-Length', String(notes.bytesOut))
  }
  if (!request.complete && isLong(request.headers)) headers.push('Connection', 'close')
  response.writeHead(error.status, headers)
  response.end(body)
}

/** Shorter bodies are read to their end, which keeps the connection and spares the client a reset. */
const drainBytes = 1 << 20
const isLong = (headers: Exchange['request']['headers']) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > drainBytes

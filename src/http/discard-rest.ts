import type { IncomingMessage, ServerResponse } from 'node:http'

/** Shorter rests are read to their end, which keeps the connection. */
const shortBytes = 1 << 20
const patienceMs = 10_000
const patienceBytes = 256 * 2 ** 20

/** Whether so much of a request may still come that its connection is not worth keeping. */
export function hasLongRest({ complete, headers }: IncomingMessage): boolean {
  if (complete) return false
  // Whoever was not told to continue may leave the body out, or not: what comes next is anyone's guess.
  if (headers['transfer-encoding'] !== undefined || headers.expect !== undefined) return true
  return Number(headers['content-length'] ?? 0) > shortBytes
}

/** Ends an answer and throws away what is left of the request, so that the connection can go on. */
export function endAndDrain(
  request: IncomingMessage,
  response: ServerResponse,
  body: string | undefined,
): void {
  response.end(body)
  request.unpipe()
  request.resume()
}

/**
 * Sends the last answer of a connection to a client that may still be sending. Closing at once would reset the connection
 * and could destroy the answer before it is read, so the rest is thrown away for a while: 10 s or 256 MiB.
 */
export function endAndLinger(
  request: IncomingMessage,
  response: ServerResponse,
  body: string | undefined,
): void {
  if (body === undefined) response.flushHeaders()
  else response.write(body)
  let discardedBytes = 0
  const finish = () => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(finish, patienceMs)
  request.unpipe()
  request.on('data', (chunk: Buffer) => {
    discardedBytes += chunk.length
    if (discardedBytes > patienceBytes) finish()
  })
  request.once('end', finish).once('close', finish)
  request.resume()
}

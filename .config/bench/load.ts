import { connect, type Socket } from 'node:net'
import { responseReader } from './response-reader.ts'

/** A request as it goes on the wire. */
export interface WireRequest {
  readonly head: Buffer
  /** Sent `copies` times, once unless said otherwise. */
  readonly body?: Buffer
  readonly copies?: number
}

/** Ends after so many seconds, or so many requests. */
export type LoadLimit = { readonly seconds: number } | { readonly count: number }

export interface LoadOptions {
  readonly connections: number
  readonly limit: LoadLimit
}

export interface Load {
  /** Requests answered. */
  readonly count: number
  /** Those of them that were not answered 2xx. */
  readonly refused: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Repeats the requests over connections that are kept alive, one at a time on each; rejects when a connection breaks. */
export async function drive(
  port: number,
  requests: readonly WireRequest[],
  { connections, limit }: LoadOptions,
): Promise<Load> {
  const latencies: number[] = []
  let sent = 0
  let refused = 0
  const started = performance.now()
  const isOver =
    'count' in limit ? () => sent >= limit.count : () => performance.now() - started >= limit.seconds * 1000
  const next = () => (isOver() ? undefined : requests[sent++ % requests.length])
  const onAnswer = (status: number, latencyMs: number) => {
    latencies.push(latencyMs)
    if (status < 200 || status > 299) refused += 1
  }
  await Promise.all(Array.from({ length: connections }, () => converse(port, next, onAnswer)))
  const seconds = (performance.now() - started) / 1000
  const ordered = Float64Array.from(latencies).sort()
  return {
    count: ordered.length,
    refused,
    seconds,
    p50Ms: quantile(ordered, 0.5),
    p99Ms: quantile(ordered, 0.99),
  }
}

/** Sends on one connection what `next` gives, each when the one before is answered, until it gives nothing. */
function converse(
  port: number,
  next: () => WireRequest | undefined,
  onAnswer: (status: number, latencyMs: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let sentAt = 0
    const sendNext = () => {
      const request = next()
      if (!request) {
        resolve()
        socket.destroy()
        return
      }
      sentAt = performance.now()
      send(socket, request)
    }
    const read = responseReader((status) => {
      onAnswer(status, performance.now() - sentAt)
      sendNext()
    })
    // One buffer that is used again and again, past the stream: the load must not be what is measured.
    const onread = {
      buffer: Buffer.allocUnsafe(2 ** 16),
      callback: (length: number, buffer: Uint8Array) => {
        try {
          read(Buffer.from(buffer.buffer, buffer.byteOffset, length))
        } catch (error) {
          socket.destroy(error as Error)
        }
        return true
      },
    }
    const socket = connect({ host: '127.0.0.1', port, noDelay: true, onread })
    socket.once('connect', sendNext)
    socket.once('error', reject)
    socket.once('close', () => {
      reject(new Error('The server closed a connection.'))
    })
  })
}

function send(socket: Socket, { head, body, copies = 1 }: WireRequest): void {
  let left = body ? copies : 0
  const sendBody = () => {
    while (left > 0 && body) {
      left -= 1
      if (!socket.write(body) && left > 0) {
        socket.once('drain', sendBody)
        return
      }
    }
  }
  socket.cork()
  socket.write(head)
  sendBody()
  socket.uncork()
}

const quantile = (ordered: Float64Array, share: number) =>
  ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN

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
type LoadLimit = { readonly seconds: number } | { readonly count: number }

export interface LoadOptions {
  readonly connections: number
  readonly limit: LoadLimit
}

export interface Load {
  /** From sending to the last byte of the answer, of each request. */
  readonly latenciesMs: readonly number[]
  /** Requests that were not answered 2xx. */
  readonly refused: number
  readonly seconds: number
}

/** Gives the requests one after the other, again and again. */
export function cycle(requests: readonly WireRequest[]): () => WireRequest {
  let at = 0
  return () => {
    const request = requests[at++ % requests.length]
    if (!request) throw new Error('There is nothing to send.')
    return request
  }
}

/** Sends requests over connections that are kept alive, one at a time on each; rejects when a connection breaks. */
export async function drive(
  port: number,
  nextRequest: () => WireRequest,
  { connections, limit }: LoadOptions,
): Promise<Load> {
  const latenciesMs: number[] = []
  let sent = 0
  let refused = 0
  const started = performance.now()
  const isOver =
    'count' in limit ? () => sent >= limit.count : () => performance.now() - started >= limit.seconds * 1000
  const next = () => {
    if (isOver()) return undefined
    sent += 1
    return nextRequest()
  }
  const onAnswer = (status: number, latencyMs: number) => {
    latenciesMs.push(latencyMs)
    if (status < 200 || status > 299) refused += 1
  }
  await Promise.all(Array.from({ length: connections }, () => converse(port, next, onAnswer)))
  return { latenciesMs, refused, seconds: (performance.now() - started) / 1000 }
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

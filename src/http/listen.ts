import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type AnswerFault, answerFaults } from './connection-faults.ts'

export interface ListenOptions {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** PEM texts; without them the listener speaks plain HTTP. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined
  /** How long a connection may stand still within a request, in milliseconds. */
  readonly stallTimeoutMs: number
  /** How to word what goes wrong outside of any request; an empty answer when absent. */
  readonly answerFault?: AnswerFault | undefined
}

export interface Listener {
  readonly url: string
  /** Takes no new connection, and resolves when the requests in flight have been answered. */
  close(): Promise<void>
}

/** Answers a request; what goes wrong meanwhile is its own business. */
type Handle = (...exchange: Parameters<RequestListener>) => void | Promise<void>

/** A server for long uploads: no limit to the whole of a request, one to its standing still. */
export async function listen(handle: Handle, options: ListenOptions): Promise<Listener> {
  const server = createServer(options)
  let isClosing = false
  const listener: RequestListener = (request, response) => {
    // It came in on a connection that was already open.
    if (isClosing) response.shouldKeepAlive = false
    void handle(request, response)
  }
  answerFaults(server, options.answerFault ?? emptyAnswer)
  for (const event of requestEvents) server.on(event, listener)
  server.requestTimeout = 0
  server.headersTimeout = options.stallTimeoutMs
  server.keepAliveTimeout = 75_000
  server.timeout = options.stallTimeoutMs
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: options.host, port: options.port, backlog: 1024 }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const stop = () => {
    isClosing = true
    return close(server)
  }
  return { url: urlOf(server, options), close: stop }
}

/** With `Expect`, the face decides whether the body is wanted before it asks for it. */
const requestEvents = ['request', 'checkContinue', 'checkExpectation'] as const

const emptyAnswer: AnswerFault = () => ({ status: 400, headers: ['Content-Length', '0'], body: '' })

const maxHeaderBytes = 32 * 1024

function createServer({ tls }: ListenOptions): Server {
  const shared = {
    maxHeaderSize: maxHeaderBytes,
    requireHostHeader: false,
    keepAlive: true,
    noDelay: true,
    connectionsCheckingInterval: 5000,
  }
  return tls ? createHttpsServer({ ...shared, ...tls }) : createHttpServer(shared)
}

function urlOf(server: Server, { host, tls }: ListenOptions): string {
  const { port } = server.address() as AddressInfo
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${String(port)}`
}

/** Connections whose last answer was on its way are idle only after it. */
const idleCheckMs = 50

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    const check = setInterval(() => {
      server.closeIdleConnections()
    }, idleCheckMs)
    server.close(() => {
      clearInterval(check)
      resolve()
    })
    server.closeIdleConnections()
  })

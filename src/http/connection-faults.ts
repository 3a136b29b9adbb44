import { type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

/** What goes wrong before, or beside, any request that could be handled. */
export type ConnectionFault = 'malformed' | 'header-too-large' | 'stalled'

interface FaultAnswer {
  readonly status: number
  /** Names and values in turn. */
  readonly headers: readonly string[]
  readonly body: string
}

export type AnswerFault = (fault: ConnectionFault) => FaultAnswer

/** A client that was refused gets so long to read why. */
const lingerMs = 2000

/** Answers malformed HTTP, and clients that stand still within a request; connections that idle are closed without a word. */
export function answerFaults(server: Server, answerFault: AnswerFault): void {
  const newest = new WeakMap<Socket, ServerResponse>()
  for (const event of ['request', 'checkContinue', 'checkExpectation']) {
    server.on(event, (_request: unknown, response: ServerResponse) => {
      if (response.socket) newest.set(response.socket, response)
    })
  }
  const underWay = (socket: Socket): ServerResponse | undefined => {
    const response = newest.get(socket)
    return response && !response.writableFinished && !response.destroyed ? response : undefined
  }
  const refuse = (socket: Socket, fault: ConnectionFault) => {
    const response = underWay(socket)
    if (!response) refuseRaw(socket, answerFault(fault))
    else if (response.req.complete)
      response.once('close', () => {
        refuseRaw(socket, answerFault(fault))
      })
    else if (response.headersSent) socket.destroy()
    else refuseRequest(response, answerFault(fault))
  }

  server.on('timeout', (socket: Socket) => {
    const response = underWay(socket)
    if (!response || response.headersSent) socket.destroy()
    // A request that has come whole waits for the server, not for the client.
    else if (!response.req.complete) refuse(socket, 'stalled')
  })
  const refused = new WeakSet<Socket>()
  server.on('clientError', (error: unknown, socket: Socket) => {
    // Everything that a client goes on sending is an error again.
    if (refused.has(socket)) return
    refused.add(socket)
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ECONNRESET' || !socket.writable) socket.destroy()
    else refuse(socket, faultOf(code))
  })
}

function faultOf(code: unknown): ConnectionFault {
  if (code === 'HPE_HEADER_OVERFLOW') return 'header-too-large'
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'stalled' : 'malformed'
}

function refuseRequest(response: ServerResponse, { status, headers, body }: FaultAnswer): void {
  const { req: request, socket } = response
  response.writeHead(status, [...headers, 'Connection', 'close'])
  response.end(body)
  // An answered request is not told that its connection has closed, and whoever reads its body would wait for ever.
  socket?.once('close', () => request.destroy())
}

function refuseRaw(socket: Socket, { status, headers, body }: FaultAnswer): void {
  if (!socket.writable) return
  const all = [...headers, 'Date', new Date().toUTCString(), 'Connection', 'close']
  const lines = [`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`]
  for (let at = 0; at < all.length; at += 2) lines.push(`${all[at] ?? ''}: ${all[at + 1] ?? ''}`)
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
  // The client may still be sending: a connection closed over unread bytes is reset, and the answer with it.
  const timer = setTimeout(() => socket.destroy(), lingerMs)
  socket.once('close', () => {
    clearTimeout(timer)
  })
}

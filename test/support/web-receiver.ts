import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface WebReceiver {
  readonly url: string
  readonly received: readonly Received[]
  /** What it answers from now on; 200 at first. */
  answerWith(status: number): void
  /** The first `count` requests, once so many have come. */
  wait(count: number): Promise<readonly Received[]>
  close(): Promise<void>
}

/** A web server that keeps what it is sent. */
export async function startWebReceiver(): Promise<WebReceiver> {
  const received: Received[] = []
  let status = 200
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`,
    received,
    answerWith: (next) => {
      status = next
    },
    wait: async (count) => {
      while (received.length < count) await sleep(10)
      return received.slice(0, count)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

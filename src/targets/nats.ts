import { once } from 'node:events'
import { connect as connectPlain, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { inTime } from './in-time.ts'
import { reconnecting } from './reconnecting.ts'
import { loginOf, type Sender } from './sender.ts'

const defaultPort = 4222

/**
 * Publishes on a subject, `nats://HOST/SUBJECT`; an event is taken once the server has answered a ping behind it. The few lines of the protocol that this takes
 * need no package. https://docs.nats.io/reference/reference-protocols/nats-protocol
 */
export function natsSender(url: URL): Sender {
  const subject = decodeURIComponent(url.pathname.slice(1))
  const connection = reconnecting(
    () => openNats(url),
    (nats) => {
      nats.end()
    },
  )
  return {
    send: (document) => connection.use((nats) => inTime(nats.publish(subject, document))),
    close: connection.close,
  }
}

interface Nats {
  publish(subject: string, document: string): Promise<void>
  end(): void
}

interface Waiting {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

async function openNats(url: URL): Promise<Nats> {
  const socket = connectPlain({ host: url.hostname, port: Number(url.port || defaultPort) })
  await inTime(once(socket, 'connect'))
  const pings: Waiting[] = []
  const fail = (error: Error) => {
    for (const { reject } of pings.splice(0)) reject(error)
    socket.destroy()
  }
  listen(socket, pings, fail)
  const login = loginOf(url)
  const options = {
    verbose: false,
    pedantic: false,
    lang: 'node',
    version: '1',
    ...(login && credentials(login)),
  }
  socket.write(`CONNECT ${JSON.stringify(options)}\r\n`)
  return {
    publish: (subject, document) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(new Error('The connection is closed.'))
          return
        }
        pings.push({ resolve, reject })
        const bytes = Buffer.from(document)
        socket.write(
          Buffer.concat([
            Buffer.from(`PUB ${subject} ${String(bytes.length)}\r\n`),
            bytes,
            Buffer.from('\r\nPING\r\n'),
          ]),
        )
      }),
    end: () => socket.destroy(),
  }
}

const credentials = ({ user, password }: { user: string; password: string }) => ({ user, pass: password })

function listen(socket: Socket, pings: Waiting[], fail: (error: Error) => void): void {
  socket.on('error', fail)
  socket.on('close', () => {
    fail(new Error('The server has closed the connection.'))
  })
  createInterface({ input: socket }).on('line', (line) => {
    if (line.startsWith('PONG')) pings.shift()?.resolve()
    else if (line.startsWith('PING')) socket.write('PONG\r\n')
    else if (line.startsWith('-ERR')) fail(new Error(`The server answered ${line}.`))
  })
}

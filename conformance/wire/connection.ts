// One raw connection: bytes out as written, answers in as they come.
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Connection {
  readonly send: (bytes: string | Buffer) => void
  /** The next answer, interim ones included. Rejects when the server hangs up or is silent for ten seconds. */
  readonly answer: (options?: { readonly toHead: boolean }) => Promise<Answer>
  /** Ends our side; the server sees an early close. */
  readonly end: () => void
}

const SILENCE_LIMIT_MS = 10_000

export function openConnection(endpoint: string): Connection {
  const { hostname, port, protocol } = new URL(endpoint)
  const isSecure = protocol === 'https:'
  const address = { host: hostname, port: Number(port === '' ? (isSecure ? 443 : 80) : port) }
  const socket = isSecure ? connectTls({ ...address, servername: hostname }) : connect(address)
  const incoming = collect(socket)
  return {
    send: (bytes) => {
      socket.write(bytes)
    },
    answer: async ({ toHead } = { toHead: false }) => {
      const head = parseHead(await incoming.until('\r\n\r\n'))
      return { ...head, body: (await readBody(incoming, head, toHead)).toString() }
    },
    end: () => {
      socket.destroy()
    },
  }
}

type Incoming = ReturnType<typeof collect>

function collect(socket: Socket) {
  let buffered = Buffer.alloc(0)
  let ended: Error | 'closed' | undefined
  let wake: () => void = () => undefined
  const change = (next: () => void) => {
    next()
    wake()
  }
  socket.on('data', (bytes: Buffer) => {
    change(() => (buffered = Buffer.concat([buffered, bytes])))
  })
  socket.on('error', (error) => {
    change(() => (ended ??= error))
  })
  socket.on('close', () => {
    change(() => (ended ??= 'closed'))
  })

  /** Waits until `find` says how many bytes to take. */
  async function take(find: () => number | undefined): Promise<Buffer> {
    const deadline = Date.now() + SILENCE_LIMIT_MS
    for (;;) {
      const length = find()
      if (length !== undefined) {
        const taken = buffered.subarray(0, length)
        buffered = buffered.subarray(length)
        return taken
      }
      if (ended !== undefined) throw new Error('the server closed the connection without an answer')
      if (Date.now() >= deadline) throw new Error('the server did not answer')
      await new Promise<void>((settle) => {
        wake = settle
        setTimeout(settle, 250)
      })
    }
  }

  return {
    until: async (mark: string) => {
      const found = () => {
        const at = buffered.indexOf(mark)
        return at < 0 ? undefined : at + mark.length
      }
      return (await take(found)).toString('latin1')
    },
    exactly: (length: number) => take(() => (buffered.length >= length ? length : undefined)),
    toTheEnd: () => take(() => (ended === undefined ? undefined : buffered.length)),
  }
}

function parseHead(text: string): Omit<Answer, 'body'> {
  const [first = '', ...lines] = text.trimEnd().split('\r\n')
  const headers = lines.map((line) => {
    const at = line.indexOf(':')
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const
  })
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers) }
}

async function readBody(
  incoming: Incoming,
  { status, headers }: Omit<Answer, 'body'>,
  toHead: boolean,
): Promise<Buffer> {
  if (toHead || status < 200 || status === 204 || status === 304) return Buffer.alloc(0)
  if (headers['content-length'] !== undefined) return incoming.exactly(Number(headers['content-length']))
  if (headers['transfer-encoding'] !== 'chunked') return incoming.toTheEnd()
  const chunks: Buffer[] = []
  for (;;) {
    const size = Number.parseInt(await incoming.until('\r\n'), 16)
    const chunk = await incoming.exactly(size + 2)
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(chunk.subarray(0, size))
  }
}

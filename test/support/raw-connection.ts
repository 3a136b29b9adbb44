import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A connection on which a test writes bytes of its own. */
export interface RawConnection {
  send(bytes: string | Buffer): void
  /** The next answer, an interim one too; rejects when the connection ends before it. */
  answer(options?: { readonly toHead?: boolean }): Promise<RawAnswer>
  /** Resolves when the server has ended the connection, with how it did. */
  readonly closed: Promise<'ended' | 'reset'>
  destroy(): void
}

export function openRaw(url: string): RawConnection {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let received = Buffer.alloc(0)
  let wake: (() => void) | undefined
  let isOver = false
  const closed = new Promise<'ended' | 'reset'>((resolve) => {
    const end = (how: 'ended' | 'reset') => () => {
      isOver = true
      wake?.()
      resolve(how)
    }
    socket.once('error', end('reset')).once('end', end('ended')).once('close', end('ended'))
  })
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    wake?.()
  })
  const until = async <T>(find: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = find()
      if (found !== undefined) return found
      if (isOver) throw new Error(`The connection ended after ${JSON.stringify(received.toString())}.`)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  const take = (length: number) => {
    const taken = received.subarray(0, length).toString()
    received = received.subarray(length)
    return taken
  }
  return {
    send: (bytes) => socket.write(bytes),
    async answer({ toHead = false } = {}) {
      const headLength = await until(() => {
        const at = received.indexOf('\r\n\r\n')
        return at === -1 ? undefined : at + 4
      })
      const head = parseHead(take(headLength))
      const bodyLength = toHead ? 0 : Number(head.headers['content-length'] ?? 0)
      await until(() => (received.length >= bodyLength ? true : undefined))
      return { ...head, body: take(bodyLength) }
    },
    closed,
    destroy: () => socket.destroy(),
  }
}

function parseHead(text: string): Omit<RawAnswer, 'body'> {
  const [first = '', ...lines] = text.trimEnd().split('\r\n')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers) }
}

/** A request line and headers, with the empty line behind them. */
export const rawHead = (line: string, headers: Readonly<Record<string, string | number>>): string =>
  [line, ...Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`), '', ''].join('\r\n')

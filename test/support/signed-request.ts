import { sign } from 'aws4'
import { createHash } from 'node:crypto'
import { Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

interface TestCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Of a temporary key. */
  readonly sessionToken?: string
}

/** Where requests go, and who signs them. */
export interface Target {
  readonly url: string
  readonly credentials: TestCredentials
}

export interface TestRequest {
  readonly method: string
  /** Undecoded: bucket and key as they are, without a slash in front of the bucket. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: Buffer | string | undefined
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Sends requests over connections that are kept alive; rejects when a connection breaks off. */
export interface Client {
  send(request: TestRequest): Promise<Answer>
  close(): void
}

export function createClient(target: Target): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  return {
    send: async (request) => {
      const response = await open(target, request, agent)
      const body = await buffer(response)
      return { status: response.statusCode ?? 0, headers: response.headers, body }
    },
    close: () => {
      agent.destroy()
    },
  }
}

/** Sends a request; resolves with the answer's head, its body yet unread. */
export function open(target: Target, request: TestRequest, agent?: Agent): Promise<IncomingMessage> {
  const { hostname, port } = new URL(target.url)
  const signed = signedHead(target, request)
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ ...signed, hostname, port, agent: agent ?? false }, resolve)
    outgoing.once('error', reject)
    outgoing.end(request.body)
  })
}

/** Method, path with query, and signed headers, as they go on the wire. */
export function signedHead({ url, credentials }: Target, request: TestRequest) {
  const { method, path, query = {}, headers = {}, body = '' } = request
  const { path: target, headers: signed = {} } = sign(
    {
      method,
      path: `/${encodePath(path)}${queryOf(query)}`,
      host: new URL(url).host,
      service: 's3',
      region: 'us-east-1',
      headers: {
        'Content-Length': Buffer.byteLength(body),
        'X-Amz-Content-Sha256': createHash('sha256').update(body).digest('hex'),
        ...present(headers),
      },
    },
    credentials,
  )
  return { method, path: target, headers: signed }
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
const encodePath = (path: string) => path.split('/').map(encode).join('/')

function queryOf(query: NonNullable<TestRequest['query']>): string {
  const pairs = Object.entries(present(query)).map(([name, value]) => `${encode(name)}=${encode(value)}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

const present = (record: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

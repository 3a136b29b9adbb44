import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { errorTable, type ErrorCode, S3Error } from '../core/errors.ts'
import { connect } from './connect.ts'
import { type Admin, type EndpointName, endpointNames, endpoints, problemSchema } from './contract.ts'
import type { IncomingMessage } from 'node:http'

interface AdminClientOptions {
  /** Of the console listener, without a path. */
  readonly url: string
  /** See `connect`. */
  readonly fingerprint: string | null
  readonly token: string
}

type Input = Readonly<Record<string, unknown>>

/** The same calls over the network; they throw the S3Error that the server's answer names. */
export function adminClient(options: AdminClientOptions): Admin {
  const calls = endpointNames.map((name) => [name, (input: Input) => call(options, name, input)] as const)
  // Each answer is checked against the schema of its own endpoint.
  return Object.fromEntries(calls) as unknown as Admin
}

async function call(server: AdminClientOptions, name: EndpointName, input: Input): Promise<unknown> {
  const { method, path, output, status } = endpoints[name]
  const { pathname, rest } = fillPath(path, input)
  const query = method === 'get' ? new URLSearchParams(textsOf(rest)).toString() : ''
  const body = method === 'get' ? '' : JSON.stringify(rest)
  const answer = await send(server, {
    method: method.toUpperCase(),
    path: `/admin${pathname}${query && '?'}${query}`,
    headers: {
      authorization: `Bearer ${server.token}`,
      host: new URL(server.url).host,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
    body,
  })
  if (answer.statusCode === 204) return void answer.resume()
  const document: unknown = await json(answer)
  if (answer.statusCode === status) return output.parse(document)
  throw problemOf(document)
}

/** Puts members of the input in place of the path's names; the others are left for query or body. */
function fillPath(path: string, input: Input): { pathname: string; rest: Input } {
  const rest = { ...input }
  const pathname = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]))
    Reflect.deleteProperty(rest, name)
    return value
  })
  return { pathname, rest }
}

const textsOf = (input: Input): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )

interface Message {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string
}

async function send(server: AdminClientOptions, { body, ...head }: Message): Promise<IncomingMessage> {
  const socket = await connect(server)
  return new Promise((resolve, reject) => {
    const headers = { ...head.headers, connection: 'close' }
    request({ ...head, headers, createConnection: () => socket }, resolve)
      .on('error', reject)
      .end(body)
  })
}

function problemOf(document: unknown): S3Error {
  const { code, message } = problemSchema.parse(document)
  return new S3Error(Object.hasOwn(errorTable, code) ? (code as ErrorCode) : 'InternalError', { message })
}

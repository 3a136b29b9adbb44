import { request as httpRequest } from 'node:http'
import { json } from 'node:stream/consumers'
import { errorTable, type ErrorCode, S3Error } from '../core/errors.ts'
import { type Admin, type EndpointName, endpointNames, endpoints, problemSchema } from './contract.ts'
import type { IncomingMessage } from 'node:http'

interface AdminClientOptions {
  /** Of the console listener, without a path. */
  readonly url: string
  readonly token: string
}

type Input = Readonly<Record<string, unknown>>

/** The same calls over the network; they throw the S3Error that the server's answer names. */
export function adminClient(options: AdminClientOptions): Admin {
  const calls = endpointNames.map((name) => [name, (input: Input) => call(options, name, input)])
  // Each answer is checked against the schema of its own endpoint.
  return Object.fromEntries(calls) as unknown as Admin
}

async function call({ url, token }: AdminClientOptions, name: EndpointName, input: Input): Promise<unknown> {
  const { method, path, output, status } = endpoints[name]
  const { pathname, rest } = fillPath(path, input)
  const query = method === 'get' ? new URLSearchParams(textsOf(rest)).toString() : ''
  const body = method === 'get' ? '' : JSON.stringify(rest)
  const target = new URL(`/admin${pathname}${query && '?'}${query}`, url)
  const answer = await send(target, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${token}`,
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
    Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

interface Message {
  readonly method: string
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string
}

const send = (target: URL, { method, headers, body }: Message): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    httpRequest(target, { method, headers }, resolve).on('error', reject).end(body)
  })

function problemOf(document: unknown): S3Error {
  const { code, message } = problemSchema.parse(document)
  return new S3Error(Object.hasOwn(errorTable, code) ? (code as ErrorCode) : 'InternalError', { message })
}

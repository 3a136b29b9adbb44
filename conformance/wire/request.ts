// Requests as raw text, signed, with room for mistakes, and the workspace that the wire rules share.
import { openConnection } from './connection.ts'
import { sha256, sign } from './signature.ts'
import type { Answer } from './connection.ts'
import type { Target } from '../suite.ts'
import type { Workspace } from '../workspace.ts'

export type WireContext = Workspace

type HeaderLines = Readonly<Record<string, string | readonly string[]>>

/** A request head as text; an array writes its header once per value. */
export function renderHead(method: string, uri: string, headers: HeaderLines, version = '1.1'): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${one}\r\n`),
  )
  return `${method} ${uri} HTTP/${version}\r\n${lines.join('')}\r\n`
}

export interface RequestOptions {
  readonly method?: string
  /** As sent, when it differs from the signed path. */
  readonly uri?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly payload?: string
  /** The Content-Length to claim; that of the body otherwise. */
  readonly length?: number
  readonly time?: Date
}

/** A signed request for a signed path: its head as text, its body, and the signer of its chunks. */
export function signedRequest(target: Target, path: string, options: RequestOptions = {}) {
  const { method = 'GET', query = '', body = '', payload = sha256(body), time } = options
  const signature = sign(
    { method, path, query, headers: headersOf(method, body, options), payload },
    target,
    time,
  )
  const uri = options.uri ?? (query === '' ? path : `${path}?${query}`)
  return { text: renderHead(method, uri, signature.headers), body, signature }
}

function headersOf(method: string, body: string | Buffer, { headers, length }: RequestOptions) {
  if (method === 'GET' || method === 'HEAD') return headers ?? {}
  return { 'content-length': String(length ?? Buffer.byteLength(body)), ...headers }
}

/** Sends a signed request on a connection of its own. */
export function request(context: WireContext, path: string, options: RequestOptions = {}): Promise<Answer> {
  const { text, body } = signedRequest(context.target, path, options)
  return exchange(context, [text, body], { toHead: options.method === 'HEAD' })
}

/** Sends bytes on a connection of their own and gives the first answer. */
export async function exchange(
  { target }: WireContext,
  pieces: readonly (string | Buffer)[],
  options = { toHead: false },
): Promise<Answer> {
  const connection = openConnection(target.endpoint)
  try {
    for (const piece of pieces) if (piece.length > 0) connection.send(piece)
    return await connection.answer(options)
  } finally {
    connection.end()
  }
}

/** The path of a key that needs no encoding. */
export const pathOf = ({ bucket }: WireContext, key: string) => `/${bucket}/${key}`

export const hostOf = ({ target }: WireContext) => new URL(target.endpoint).host

/** Status and code of an error, as `403 AccessDenied`; the status alone where there is no document. */
export function verdict({ status, body }: Answer): string {
  const code = /<Code>([^<]+)<\/Code>/.exec(body)?.[1]
  return code === undefined ? String(status) : `${String(status)} ${code}`
}

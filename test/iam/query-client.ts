import { sign } from 'aws4'
import { rootKey, type TestServer } from '../support/server.ts'

interface Options {
  readonly service?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Absent: nobody signs. */
  readonly signed?: boolean
  /** Sent in the place of the body that was signed. */
  readonly sent?: string
}

export interface QueryAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Of the error that it is. */
  readonly code: string | undefined
}

export const form = (parameters: Readonly<Record<string, string>>) =>
  new URLSearchParams(parameters).toString()

/** Sends a form as it is, or as a query. */
export async function query(server: TestServer, body: string, options: Options = {}): Promise<QueryAnswer> {
  const request = options.method === 'GET' ? getRequest(body) : postRequest(body)
  const { path, headers } = signedHead(server, request, options)
  const { body: sent } = request
  const answer = await fetch(server.url + path, {
    method: request.method,
    headers,
    ...(sent !== undefined && { body: options.sent ?? sent }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1] }
}

interface Request {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

const getRequest = (body: string): Request => ({ method: 'GET', path: `/?${body}`, headers: {} })
const postRequest = (body: string): Request => ({
  method: 'POST',
  path: '/',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body,
})

function signedHead({ url }: TestServer, request: Request, options: Options) {
  const { service = 'iam', signed = true } = options
  const headers = { ...request.headers, ...options.headers }
  if (!signed) return { path: request.path, headers }
  const whole = { ...request, headers, service, region: 'us-east-1', host: new URL(url).host }
  // The client writes these itself.
  const { Host, 'Content-Length': length, ...rest } = sign(whole, rootKey).headers as Record<string, string>
  return { path: request.path, headers: rest }
}

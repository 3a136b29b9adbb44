import { createHash, createHmac } from 'node:crypto'
import { sign } from 'aws4'
import { createClient, type Client, type TestRequest } from '../support/signed-request.ts'
import { textOf } from '../support/xml-text.ts'
import { serve } from './served-handler.ts'
import { openIamCore, type IamCore } from '../core/sessions/iam-core.ts'
import { alice } from '../core/projects.ts'
import type { TemporaryCredentials } from '../../src/core/sessions/issue-session.ts'

export interface Told {
  readonly status: number
  /** Of an error. */
  readonly code: string | undefined
  readonly text: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export interface SessionServer {
  readonly shop: IamCore
  readonly url: string
  /** Asks as alice's root. */
  readonly root: Ask
  /** Asks with a temporary key. */
  as(credentials: TemporaryCredentials): Ask
  close(): Promise<void>
}

export type Ask = (
  method: string,
  path: string,
  request?: Omit<TestRequest, 'method' | 'path'>,
) => Promise<Told>

/** A server on a core with users and roles. */
export async function openSessionServer(): Promise<SessionServer> {
  const shop = await openIamCore()
  shop.now = Date.now()
  const served = await serve(shop.core)
  const clients: Client[] = []
  const asking = (credentials: Parameters<typeof createClient>[0]['credentials']): Ask => {
    const client = createClient({ url: served.url, credentials })
    clients.push(client)
    return async (method, path, request = {}) => {
      const { status, headers, body } = await client.send({ method, path, ...request })
      return { status, headers, text: body.toString(), code: textOf(body, 'Code') }
    }
  }
  const key = await shop.core.credentials.create({ project: alice.name, name: 'root' })
  const close = async () => {
    for (const client of clients) client.close()
    await served.close()
    await shop.close()
  }
  return {
    shop,
    url: served.url,
    root: asking({ accessKeyId: key.id, secretAccessKey: key.secret }),
    as: asking,
    close,
  }
}

/** A presigned address, its path and query as they are given. */
export function presigned(
  url: string,
  method: string,
  path: string,
  credentials: TemporaryCredentials,
): string {
  const { host } = new URL(url)
  const request = { method, host, path, service: 's3', region: 'us-east-1', signQuery: true }
  return `${url}${sign(request, credentials).path}`
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/** The same for a listing whose parameters may come more than once, which aws4 leaves out. */
export function presignedQuery(
  url: string,
  path: string,
  parameters: readonly (readonly [string, string])[],
  { accessKeyId, secretAccessKey, sessionToken }: TemporaryCredentials,
): string {
  const dateTime = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = [dateTime.slice(0, 8), 'us-east-1', 's3', 'aws4_request']
  const pairs = [
    ...parameters,
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', [accessKeyId, ...scope].join('/')],
    ['X-Amz-Date', dateTime],
    ['X-Amz-Expires', '60'],
    ['X-Amz-Security-Token', sessionToken],
    ['X-Amz-SignedHeaders', 'host'],
  ].map(([name = '', value = '']) => `${encode(name)}=${encode(value)}`)
  const canonical = [
    ['GET', path, pairs.toSorted().join('&')],
    [`host:${new URL(url).host}`, '', 'host', 'UNSIGNED-PAYLOAD'],
  ]
  const digest = createHash('sha256').update(canonical.flat().join('\n')).digest('hex')
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  const signature = hmac(key, ['AWS4-HMAC-SHA256', dateTime, scope.join('/'), digest].join('\n'))
  return `${url}${path}?${pairs.join('&')}&X-Amz-Signature=${signature.toString('hex')}`
}

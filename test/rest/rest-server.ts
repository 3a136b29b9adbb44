import { join } from 'node:path'
import { findServerFile } from '../../src/lib/server-file.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

export interface ApiKey {
  readonly id: string
  readonly token: string
}

/** A server, an API key of its first project, and a bucket. */
export interface RestServer extends TestServer {
  /** Of the console's port, without a path. */
  readonly rest: string
  /** Of the S3 port, for its root. */
  readonly s3: Client
  readonly key: ApiKey
  /** A request with the key; other headers win. */
  ask(line: string, init?: RequestInit): Promise<Response>
  /** With a JSON body. */
  askJson(line: string, body: unknown): Promise<Response>
  admin(line: string, body?: unknown): Promise<Response>
}

interface RestServerOptions {
  readonly settings?: Readonly<Record<string, string>>
  readonly data?: string
  /** Made by an earlier server on the same data. */
  readonly key?: ApiKey
}

export const bucket = 'photos'

export async function startRestServer({
  key: given,
  ...options
}: RestServerOptions = {}): Promise<RestServer> {
  const server = await startServer(options)
  const rest = (await findServerFile(join(server.data, 'server.json')))?.url ?? ''
  const s3 = createClient(server)
  const admin = (line: string, body?: unknown) => {
    const [method = '', path = ''] = line.split(' ')
    const { accessKeyId, secretAccessKey } = rootKey
    const authorization = `Basic ${Buffer.from(`${accessKeyId}:${secretAccessKey}`).toString('base64')}`
    return fetch(`${rest}/admin${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }
  if (!given) await s3.send({ method: 'PUT', path: bucket })
  const key =
    given ?? ((await (await admin('POST /projects/default/api-keys', { name: 'test' })).json()) as ApiKey)
  const ask = (line: string, init: RequestInit = {}) => {
    const [method = '', path = ''] = line.split(' ')
    const headers = { authorization: `Bearer ${key.token}`, ...(init.headers as Record<string, string>) }
    return fetch(rest + path, { ...init, method, headers })
  }
  return {
    ...server,
    rest,
    s3,
    key,
    ask,
    askJson: (line, body) =>
      ask(line, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    admin,
    close: async () => {
      s3.close()
      await server.close()
    },
  }
}

/** A form of texts and files, in the order given. */
export function formOf(...parts: readonly (readonly [name: string, value: string | File])[]): FormData {
  const form = new FormData()
  for (const [name, value] of parts) form.append(name, value)
  return form
}

export const members = async (response: Response): Promise<Readonly<Record<string, unknown>>> =>
  (await response.json()) as Readonly<Record<string, unknown>>

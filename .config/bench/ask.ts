import { createHash } from 'node:crypto'
import { sha256, sign } from '../../conformance/wire/signature.ts'
import { targetOf, type RunningSeau, type RunningServer } from './servers.ts'

interface Question {
  readonly method: 'POST' | 'PUT'
  /** Encoded. */
  readonly path: string
  /** Encoded and sorted, each name with its `=`. */
  readonly query?: string
  readonly body?: string
}

/** Sends a request that is not measured and gives the document of its answer; throws unless that is 200 or 204. */
export async function ask(
  server: RunningServer,
  { method, path, query = '', body = '' }: Question,
): Promise<string> {
  const target = targetOf(server)
  const digest = { 'content-md5': createHash('md5').update(body).digest('base64') }
  const { headers } = sign({ method, path, query, headers: digest, payload: sha256(body) }, target)
  const response = await fetch(`${target.endpoint}${path}?${query}`, { method, headers, body })
  const document = await response.text()
  if (response.status !== 200 && response.status !== 204)
    throw new Error(`${method} ${path}: ${String(response.status)} ${document}`)
  return document
}

export const createBucket = (server: RunningServer, name: string) =>
  ask(server, { method: 'PUT', path: `/${name}` })

/** The token of a new API key of the default project. */
export async function createApiKey(seau: RunningSeau): Promise<string> {
  const { accessKey, secretKey } = targetOf(seau)
  const response = await fetch(
    `http://127.0.0.1:${String(seau.consolePort)}/admin/projects/default/api-keys`,
    {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${accessKey}:${secretKey}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: '{}',
    },
  )
  if (response.status !== 201)
    throw new Error(`createApiKey: ${String(response.status)} ${await response.text()}`)
  return ((await response.json()) as { readonly token: string }).token
}

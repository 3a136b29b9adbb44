import { join } from 'node:path'
import { findServerFile } from '../../src/lib/server-file.ts'
import { rootKey } from './server.ts'

/** Calls the admin API of the server that works on a data folder with the root key; resolves to the answer's JSON. */
export async function adminCall(
  data: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const { url = '' } = (await findServerFile(join(data, 'server.json'))) ?? {}
  const { accessKeyId, secretAccessKey } = rootKey
  const authorization = `Basic ${Buffer.from(`${accessKeyId}:${secretAccessKey}`).toString('base64')}`
  const answer = await fetch(`${url}/admin${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return answer.json()
}

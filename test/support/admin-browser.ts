import { join } from 'node:path'
import { findServerFile } from '../../src/lib/server-file.ts'
import type { TestServer } from './server.ts'

export interface AdminReply {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

/** A browser at the console: keeps cookies by path, sends what browsers send along. */
export interface AdminBrowser {
  readonly origin: string
  /** `POST /session` below /admin. */
  call(line: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<AdminReply>
  signIn(name: string, password: string, code?: string): Promise<AdminReply>
  /** Follows no redirect; the address may be absolute. */
  visit(address: string): Promise<Response>
}

export const consoleUrl = async ({ data }: Pick<TestServer, 'data'>): Promise<string> =>
  (await findServerFile(join(data, 'server.json')))?.url ?? ''

export async function openBrowser(server: Pick<TestServer, 'data'>): Promise<AdminBrowser> {
  const origin = await consoleUrl(server)
  const cookies = new Map<string, string>()
  let csrf = ''
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = '', path = ''] = /^([^=]+)=([^;]*);.*path=([^;]*)/i.exec(line) ?? []
      if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(`${name} ${path}`)
      else cookies.set(`${name} ${path}`, `${name}=${value}`)
    }
  }
  const cookiesFor = (path: string) =>
    [...cookies].filter(([key]) => path.startsWith(key.split(' ')[1] ?? '/')).map(([, cookie]) => cookie)
  const call: AdminBrowser['call'] = async (line, body, headers = {}) => {
    const [method = '', path = ''] = line.split(' ')
    const response = await fetch(`${origin}/admin${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'x-csrf-token': csrf,
        cookie: cookiesFor(`/admin${path}`).join('; '),
        ...(method !== 'GET' && { origin }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    keep(response)
    const text = await response.text()
    const reply = text.startsWith('{') ? (JSON.parse(text) as AdminReply['body']) : { text }
    if (typeof reply['csrfToken'] === 'string') csrf = reply['csrfToken']
    return { status: response.status, headers: response.headers, body: reply }
  }
  return {
    origin,
    call,
    signIn: (name, password, code) =>
      call('POST /session', { name, password, ...(code !== undefined && { code }) }),
    visit: async (address) => {
      const url = new URL(address, origin)
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: cookiesFor(url.pathname).join('; '), 'sec-fetch-site': 'cross-site' },
      })
      keep(response)
      return response
    },
  }
}

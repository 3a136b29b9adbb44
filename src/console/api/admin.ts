import { endpoints as table } from 'virtual:admin-endpoints'
import { Problem } from './problem.ts'
import type { EndpointName, InputOf, OutputOf } from '../../admin/contract.ts'

/** Made from the contract when the console is built. */
const endpoints = table as Readonly<Record<EndpointName, readonly [method: string, path: string]>>

/** What a call is given; members with defaults may be left out. */
type Given<Name extends EndpointName> = Partial<InputOf<Name>>

let csrfToken: string | undefined

/** To be shown with every change; the session's answer tells it. Kept in memory only. */
export const showCsrfToken = (token: string | undefined): void => {
  csrfToken = token
}

/** Calls the admin API as the operator who has signed in. Throws Problem. */
export async function call<Name extends EndpointName>(
  name: Name,
  input: Given<Name> = {},
  signal?: AbortSignal,
): Promise<OutputOf<Name>> {
  const [method, path] = endpoints[name]
  const { pathname, rest } = fillPath(path, input)
  const answer = await fetch(`/admin${pathname}${method === 'get' ? queryOf(rest) : ''}`, {
    method: method.toUpperCase(),
    credentials: 'same-origin',
    headers: {
      ...(method !== 'get' && { 'content-type': 'application/json' }),
      ...(csrfToken !== undefined && { 'x-csrf-token': csrfToken }),
    },
    ...(method !== 'get' && { body: JSON.stringify(rest) }),
    ...(signal && { signal }),
  }).catch(noAnswer)
  if (!answer.ok) throw await problemOf(answer)
  // The server has checked what it sends against the schema of the same call.
  return (answer.status === 204 ? undefined : await answer.json()) as OutputOf<Name>
}

/** Where a call with GET is answered, for downloads. */
export function addressOf<Name extends EndpointName>(name: Name, input: Given<Name> = {}): string {
  const { pathname, rest } = fillPath(endpoints[name][1], input)
  return `/admin${pathname}${queryOf(rest)}`
}

function fillPath(path: string, input: object): { pathname: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input }
  const pathname = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]))
    Reflect.deleteProperty(rest, name)
    return value
  })
  return { pathname, rest }
}

function queryOf(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null) query.append(name, String(each))
  const text = query.toString()
  return text && `?${text}`
}

const noAnswer = (error: unknown): never => {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  throw new Problem({ status: 0, code: 'NoAnswer', message: 'The server does not answer.' })
}

async function problemOf(answer: Response): Promise<Problem> {
  const { status } = answer
  const document = (await answer.json().catch(() => ({}))) as Partial<Problem>
  const { code = 'InternalError', message = answer.statusText, place } = document
  const retryAfterSeconds = Number(answer.headers.get('retry-after')) || undefined
  return new Problem({ status, code, message, place, retryAfterSeconds })
}

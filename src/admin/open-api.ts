import { z } from 'zod'
import { type DescribedCall, openApiOf, operationOf } from '../http/open-api.ts'
import { version } from '../lib/version.ts'
import { cookieName } from './session-cookie.ts'
import { type EndpointName, endpointNames, endpoints, problemSchema } from './contract.ts'
import type { Access } from './contract/access.ts'
import type { Reference } from '../http/reference-page.ts'

const title = "Seau's admin API"
const problem = { name: 'Problem', schema: problemSchema }

/** The contract as an OpenAPI 3.1 document. */
export const openApiDocument = () =>
  openApiOf({
    title,
    version,
    server: '/admin',
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'Derived from the master key.' },
      rootKey: { type: 'http', scheme: 'basic', description: 'A root access key and its secret.' },
      session: { type: 'apiKey', in: 'cookie', name: cookieName, description: 'Of a sign-in.' },
      csrf: {
        type: 'apiKey',
        in: 'header',
        name: 'X-CSRF-Token',
        description: 'Beside the cookie, for what changes something; the answer to the sign-in has it.',
      },
    },
    security: [{ token: [] }, { rootKey: [] }, { session: [], csrf: [] }],
    problem,
    calls: endpointNames.map(describedCall),
  })

/** The same for people. */
export const reference = (): Reference => ({
  title,
  notes: [],
  calls: endpointNames.map((name) => {
    const { method, path, summary, access } = endpoints[name]
    const operation = operationOf(describedCall(name), problem.name)
    return {
      name,
      line: `${method.toUpperCase()} /admin${path}`,
      audience: audiences[access.who],
      summary,
      operation,
    }
  }),
})

const audiences: Readonly<Record<Access['who'], string>> = {
  everyone: 'everyone',
  'signed-in': 'whoever has signed in',
  viewers: 'viewers, project admins and operators',
  'project-admins': 'project admins and operators',
  operators: 'operators',
}

const json = (schema: z.ZodType) => ({ type: 'application/json', schema })

function describedCall(name: EndpointName): DescribedCall {
  const { method, path, summary, status, access, output } = endpoints[name]
  const input = endpoints[name].input as z.ZodObject
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, member = '']) => member)
  const inBody = method === 'get' ? [] : Object.keys(input.shape).filter((member) => !inPath.includes(member))
  return {
    name,
    method,
    path,
    summary,
    status,
    parameters: membersOf(input, (member) => !inBody.includes(member)),
    body: inBody.length > 0 ? json(membersOf(input, (member) => inBody.includes(member))) : undefined,
    answer: status === 204 ? undefined : json(output),
    security: access.who === 'everyone' ? [] : undefined,
    extensions: { 'x-access': access.who },
  }
}

const membersOf = ({ shape }: z.ZodObject, isWanted: (member: string) => boolean): z.ZodObject =>
  z.object(Object.fromEntries(Object.entries(shape).filter(([member]) => isWanted(member))))

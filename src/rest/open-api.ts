import { z } from 'zod'
import { type DescribedCall, openApiOf, operationOf } from '../http/open-api.ts'
import { version } from '../lib/version.ts'
import { type EndpointName, endpointNames, endpoints, refusalSchema } from './contract.ts'
import type { Endpoint } from './contract/endpoint.ts'
import type { Reference } from '../http/reference-page.ts'

const title = "Seau's REST API"
const problem = { name: 'Refusal', schema: refusalSchema }

/** The contract as an OpenAPI 3.1 document. */
export const openApiDocument = () =>
  openApiOf({
    title,
    version,
    server: '/api',
    securitySchemes: {
      apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of a project.' },
    },
    security: [{ apiKey: [] }],
    problem,
    calls: endpointNames.map(describedCall),
  })

/** The same for people. */
export const reference = (): Reference => ({
  title,
  notes: [
    'Calls are below /api, or without it. Keys are sent in the header Authorization: Bearer.',
    'Resumable uploads by the tus protocol are at /api/tus; their metadata are the fields of upload, filename and filetype.',
  ],
  calls: endpointNames.map((name) => {
    const { method, path, summary, access } = endpoints[name]
    const operation = operationOf(describedCall(name), problem.name)
    return {
      name,
      line: `${method.toUpperCase()} /api${path}`,
      audience: audiences[access],
      summary,
      operation,
    }
  }),
})

const audiences: Readonly<Record<Endpoint['access'], string>> = {
  key: 'whoever has an API key',
  link: 'whoever has a signed link',
  anyone: 'everybody, what is not public only with an API key',
}

/** A file comes as the type that it was stored with. */
const bytes = { type: '*/*' }
const json = (schema: z.ZodType) => ({ type: 'application/json', schema })

function describedCall(name: EndpointName): DescribedCall {
  const { method, path, summary, status, access, input, body, output }: Endpoint = endpoints[name]
  const isJson = body?.type === 'application/json'
  const form = body && 'form' in body ? body.form : undefined
  return {
    name,
    method,
    path,
    summary,
    status,
    parameters: isJson ? z.object({}) : input,
    body: isJson ? json(input) : body && { type: body.type, schema: form },
    answer: status === 204 ? undefined : output ? json(output) : bytes,
    security: access === 'key' ? undefined : [],
  }
}

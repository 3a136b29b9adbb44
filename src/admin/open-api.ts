import { z } from 'zod'
import { version } from '../lib/version.ts'
import { type EndpointName, endpointNames, endpoints, problemSchema } from './contract.ts'

/** The contract as an OpenAPI 3.1 document. */
export const openApiDocument = () => ({
  openapi: '3.1.0',
  info: { title: "Seau's admin API", version },
  servers: [{ url: '/admin' }],
  security: [{ token: [] }, { rootKey: [] }],
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'Derived from the master key.' },
      rootKey: { type: 'http', scheme: 'basic', description: 'A root access key and its secret.' },
    },
    schemas: { Problem: schemaOf(problemSchema) },
  },
  paths: pathItems(),
})

function pathItems(): Record<string, Record<string, unknown>> {
  const items: Record<string, Record<string, unknown>> = {}
  for (const name of endpointNames) {
    const { method, path } = endpoints[name]
    const address = path.replace(/:(\w+)/g, '{$1}')
    items[address] = { ...items[address], [method]: operationOf(name) }
  }
  return items
}

function operationOf(name: EndpointName) {
  const { method, path, summary, status, output } = endpoints[name]
  const input = endpoints[name].input as z.ZodObject
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, member = '']) => member)
  const others = Object.keys(input.shape).filter((member) => !inPath.includes(member))
  const inQuery = method === 'get' ? others : []
  const inBody = z.object(Object.fromEntries(others.map((member) => [member, memberOf(input, member)])))
  return {
    operationId: name,
    summary,
    parameters: [
      ...inPath.map((member) => parameter(input, member, 'path')),
      ...inQuery.map((member) => parameter(input, member, 'query')),
    ],
    ...(method !== 'get' &&
      others.length > 0 && { requestBody: { required: true, content: json(schemaOf(inBody)) } }),
    responses: {
      [status]: { description: summary, ...(status !== 204 && { content: json(schemaOf(output)) }) },
      default: { description: 'Why not.', content: json({ $ref: '#/components/schemas/Problem' }) },
    },
  }
}

function parameter(input: z.ZodObject, name: string, place: 'path' | 'query') {
  const schema = memberOf(input, name)
  return {
    name,
    in: place,
    required: place === 'path' || !schema.safeParse(undefined).success,
    schema: schemaOf(schema),
  }
}

/** The names come from the schema itself. */
const memberOf = (input: z.ZodObject, name: string) => input.shape[name] as z.ZodType

const json = (schema: unknown) => ({ 'application/json': { schema } })

function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}

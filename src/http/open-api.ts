import { z } from 'zod'

/** A call as an OpenAPI document has it. */
export interface DescribedCall {
  readonly name: string
  readonly method: string
  /** With `:name` parts, and `*name` for the rest of a path. */
  readonly path: string
  readonly summary: string
  readonly status: number
  /** Members that stand in the path, or in the query. */
  readonly parameters: z.ZodObject
  readonly body?: Content | undefined
  /** Absent: nothing. */
  readonly answer?: Content | undefined
  /** Ways to be let in, of which one is needed; absent: those of the document. */
  readonly security?: readonly Security[] | undefined
  /** Members of the operation that OpenAPI does not know: `x-…`. */
  readonly extensions?: Readonly<Record<`x-${string}`, unknown>>
}

/** Names of schemes that are needed together, each with nothing more to say. */
type Security = Readonly<Record<string, readonly []>>

interface Content {
  readonly type: string
  /** Absent: bytes. */
  readonly schema?: z.ZodType | undefined
}

interface Described {
  readonly title: string
  readonly version: string
  /** Path in front of all paths. */
  readonly server: string
  readonly securitySchemes: Readonly<Record<string, object>>
  readonly security: readonly Security[]
  /** Of every answer that is an error. */
  readonly problem: { readonly name: string; readonly schema: z.ZodType }
  readonly calls: readonly DescribedCall[]
}

/** An OpenAPI 3.1 document. https://spec.openapis.org/oas/v3.1.1.html */
export const openApiOf = (described: Described) => ({
  openapi: '3.1.0',
  info: { title: described.title, version: described.version },
  servers: [{ url: described.server }],
  security: described.security,
  components: {
    securitySchemes: described.securitySchemes,
    schemas: { [described.problem.name]: schemaOf(described.problem.schema) },
  },
  paths: pathItems(described),
})

function pathItems({ calls, problem }: Described): Record<string, Record<string, unknown>> {
  const items: Record<string, Record<string, unknown>> = {}
  for (const call of calls) {
    const address = call.path.replace(/[:*](\w+)/g, '{$1}')
    items[address] = { ...items[address], [call.method]: operationOf(call, problem.name) }
  }
  return items
}

/** The description of one call; `problem` names the schema of errors. */
export function operationOf(call: DescribedCall, problem: string) {
  const { name, path, summary, status, parameters, body, answer, security, extensions } = call
  const inPath = [...path.matchAll(/[:*](\w+)/g)].map(([, member = '']) => member)
  const inQuery = Object.keys(parameters.shape).filter((member) => !inPath.includes(member))
  return {
    operationId: name,
    summary,
    ...extensions,
    ...(security && { security }),
    parameters: [
      ...inPath.map((member) => parameter(parameters, member, 'path')),
      ...inQuery.map((member) => parameter(parameters, member, 'query')),
    ],
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [status]: { description: summary, ...(answer && { content: contentOf(answer) }) },
      default: {
        description: 'Why not.',
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${problem}` } } },
      },
    },
  }
}

function parameter({ shape }: z.ZodObject, name: string, place: 'path' | 'query') {
  // What the path names and the schema leaves out is text.
  const schema = (shape[name] as z.ZodType | undefined) ?? z.string()
  const required = place === 'path' || !schema.safeParse(undefined).success
  return { name, in: place, required, schema: schemaOf(schema) }
}

const contentOf = ({ type, schema }: Content) => ({ [type]: schema ? { schema: schemaOf(schema) } : {} })

/** As clients send it: texts that become numbers are texts that look like numbers. */
function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

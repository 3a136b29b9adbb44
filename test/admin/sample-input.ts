import { z } from 'zod'

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly format?: string
  readonly minimum?: number
  readonly items?: Schema
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** Something that a schema of the contract takes: its required members, and those named; texts are the given one. */
export function sampleInput(
  schema: z.ZodObject,
  text: string,
  named: readonly string[],
): Record<string, unknown> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Schema
  const wanted = Object.entries(properties).filter(
    ([name]) => required.includes(name) || named.includes(name),
  )
  return Object.fromEntries(wanted.map(([name, member]) => [name, sample(member, text)]))
}

function sample(schema: Schema, text: string): unknown {
  const [first] = schema.enum ?? []
  if (first !== undefined) return first
  if (schema.const !== undefined) return schema.const
  const [choice] = schema.oneOf ?? schema.anyOf ?? []
  if (choice) return sample(choice, text)
  switch (schema.type) {
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, text))
    case 'object':
      return objectSample(schema, text)
    default:
      return schema.format === 'date-time' ? '2030-01-01T00:00:00Z' : text
  }
}

function objectSample({ properties = {}, required = [] }: Schema, text: string): object {
  const members = Object.entries(properties).filter(([name]) => required.includes(name))
  return Object.fromEntries(members.map(([name, member]) => [name, sample(member, text)]))
}

import { readFile, readdir } from 'node:fs/promises'
import ts from 'typescript'

/** A schema of the SDK: kind, namespace, name, traits, and what the kind adds. */
export type Schema = readonly [
  kind: number,
  namespace: string,
  name: string,
  traits: unknown,
  ...rest: unknown[],
]
export type Traits = Readonly<Record<string, unknown>>

export const isSchema = (value: unknown): value is Schema =>
  Array.isArray(value) && typeof value[2] === 'string'

export const resolve = (schema: unknown): unknown =>
  typeof schema === 'function' ? resolve((schema as () => unknown)()) : schema

const kinds = { operation: 9 }
const traitBits = { label: 1, payload: 16 }

/** The operations among what a package of the SDK exports. */
export const operationSchemas = (exported: object): readonly Schema[] =>
  Object.values(exported)
    .filter(isSchema)
    .filter(([kind]) => kind === kinds.operation)

/** A member's target may stand alone or beside its traits. */
export const withTraits = (entry: unknown): [target: unknown, traits: Traits] => {
  const paired = Array.isArray(entry) && entry.length === 2 && typeof entry[0] !== 'string'
  const [schema, traits] = paired ? (entry as [unknown, unknown]) : [entry, 0]
  const bits = typeof traits === 'number' ? traits : 0
  const named = typeof traits === 'object' ? (traits as Traits) : {}
  return [
    resolve(schema),
    {
      ...named,
      ...(bits & traitBits.label ? { label: 1 } : {}),
      ...(bits & traitBits.payload ? { httpPayload: 1 } : {}),
    },
  ]
}

/** A trait whose value is text, e.g. a name on the wire. */
export const textTrait = (traits: Traits, trait: string): string | undefined => {
  const value = traits[trait]
  return typeof value === 'string' ? value : undefined
}

export const xmlName = (schema: Schema): string => {
  const traits = schema[3]
  const name = typeof traits === 'object' && traits !== null ? (traits as Traits)['xmlName'] : undefined
  return typeof name === 'string' ? name : schema[2]
}

/** Text of the type of every member of every interface, as a package of the SDK declares it: the schemas leave enumerations out. */
export async function declaredTypes(client: string): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>()
  const root = new URL(`../../node_modules/@aws-sdk/${client}/dist-types/models/`, import.meta.url)
  for (const name of await readdir(root)) {
    if (!name.endsWith('.d.ts')) continue
    const text = await readFile(new URL(name, root), 'utf8')
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest)
    for (const statement of source.statements) {
      if (!ts.isInterfaceDeclaration(statement)) continue
      for (const member of statement.members) {
        if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) continue
        types.set(`${statement.name.text}.${member.name.text}`, member.type.getText(source))
      }
    }
  }
  return types
}

import {
  isSchema,
  resolve,
  textTrait,
  withTraits,
  xmlName,
  type Traits,
  declaredTypes,
  type Schema,
} from './sdk-schema.ts'
import type { Member, Place } from '../../src/protocol/wire-model.ts'

const structureKinds = new Set([3, 4])
const scalars: Readonly<Record<number, string>> = {
  0: 'string',
  1: 'integer',
  2: 'boolean',
  5: 'iso-date',
  6: 'http-date',
  7: 'epoch-date',
  21: 'bytes',
  42: 'stream',
}

interface ReaderOptions {
  /** Name of the package, such as `client-s3`. */
  readonly client: string
  /** What the package exports: its enumerations are among it. */
  readonly exported: object
  /** Values that the service takes and the SDK leaves out, by enumeration. */
  readonly unlisted?: Readonly<Record<string, readonly string[]>>
  /** Enumerations whose values are not for the SDK to say. */
  readonly open?: ReadonlySet<string>
}

export interface SchemaReader {
  /** The members of a structure, as the table has them; none for what is no structure. */
  readonly membersOf: (schema: unknown) => readonly Member[]
  /** What has been met on the way. */
  readonly structures: ReadonlyMap<string, readonly Member[]>
  readonly enums: ReadonlyMap<string, readonly string[]>
}

const namedPlaces: readonly (readonly [trait: string, place: Place])[] = [
  ['httpHeader', 'header'],
  ['httpQuery', 'query'],
  ['httpPrefixHeaders', 'prefix'],
]

const placeOf = (traits: Traits): [place: Place, wire: string | undefined] => {
  for (const [trait, place] of namedPlaces) if (trait in traits) return [place, textTrait(traits, trait)]
  if ('label' in traits) return ['label', undefined]
  const place = 'httpPayload' in traits ? 'payload' : 'xmlAttribute' in traits ? 'attribute' : 'element'
  return [place, textTrait(traits, 'xmlName')]
}

/** Reads the schemas of a package of the SDK. Throws when one says something that the table cannot. */
export async function createSchemaReader(options: ReaderOptions): Promise<SchemaReader> {
  const { unlisted = {}, open = new Set() } = options
  const declared = await declaredTypes(options.client)
  const structures = new Map<string, readonly Member[]>()
  const enums = new Map<string, readonly string[]>()
  const constants = options.exported as Readonly<Record<string, unknown>>

  const enumOf = (owner: string, member: string): string | undefined => {
    const name = declared.get(`${owner}.${member}`)?.replace(/ \| undefined$|\[\]/g, '')
    const values = name === undefined ? undefined : constants[name]
    if (name === undefined || open.has(name)) return undefined
    if (typeof values !== 'object' || values === null || Array.isArray(values)) return undefined
    const listed = Object.values(values as Record<string, string>)
    enums.set(name, [...listed, ...(unlisted[name] ?? [])].toSorted())
    return name
  }

  const scalarOf = (schema: number, owner: string, member: string, place: Place): [string, string?] => {
    if (schema & 128) return ['map']
    if (schema & 64) return [`${scalarOf(schema & ~64, owner, member, place)[0]}[]`, 'member']
    if (schema === 4) return [place === 'header' || place === 'query' ? 'http-date' : 'iso-date']
    const scalar = scalars[schema]
    if (scalar === undefined) throw new Error(`${owner}.${member}: unknown scalar ${String(schema)}`)
    return [(schema === 0 ? enumOf(owner, member) : undefined) ?? scalar]
  }

  const typeOf = (schema: unknown, owner: string, member: string, place: Place): [string, string?] => {
    if (typeof schema === 'number') return scalarOf(schema, owner, member, place)
    if (!isSchema(schema)) throw new Error(`${owner}.${member}: unknown target`)
    const [kind, , name, traits, inner] = schema
    if (kind === 0) return typeOf(inner, owner, member, place)
    if (kind === 1) {
      const [item, itemTraits] = withTraits(inner)
      return [`${typeOf(item, owner, member, place)[0]}[]`, textTrait(itemTraits, 'xmlName') ?? 'member']
    }
    if (!structureKinds.has(kind)) throw new Error(`${owner}.${member}: unknown kind ${String(kind)}`)
    if (typeof traits === 'object' && traits !== null && 'streaming' in traits) return ['stream']
    if (!structures.has(name)) {
      structures.set(name, []) // A structure may hold itself.
      structures.set(name, membersOf(schema))
    }
    return [name]
  }

  const memberOf = (owner: string, name: string, entry: unknown, required: boolean): Member => {
    const [schema, traits] = withTraits(entry)
    const [place, wireName] = placeOf(traits)
    const [type, item] = typeOf(schema, owner, name, place)
    const payloadRoot = place === 'payload' && isSchema(schema) ? xmlName(schema) : name
    const element = wireName ?? payloadRoot
    const wire =
      item === undefined || place !== 'element' || traits['xmlFlattened'] ? element : `${element}/${item}`
    const isExpires = place === 'header' && wire === 'Expires'
    const described = isExpires ? (['ExpiresString', 'string'] as const) : ([name, type] as const) // Kept word for word.
    return required ? [...described, place, wire, true] : [...described, place, wire]
  }

  const membersOf = (schema: unknown): readonly Member[] => {
    const resolved = resolve(schema)
    if (!isSchema(resolved)) return []
    const [, , owner, , names = [], targets = [], required = 0]: Schema = resolved
    return (names as string[]).map((name, at) =>
      memberOf(owner, name, (targets as unknown[])[at], at < Number(required)),
    )
  }

  return { membersOf, structures, enums }
}

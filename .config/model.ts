/** Writes src/s3/model/generated.ts from the schemas of @aws-sdk/client-s3; `--check` only says whether it is current. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import * as sdk from '@aws-sdk/client-s3'
import ts from 'typescript'
import type { Member, OperationModel, Place, WireModel } from '../src/protocol/wire-model.ts'

/** A schema of the SDK: kind, namespace, name, traits, and what the kind adds. */
type Schema = readonly [kind: number, namespace: string, name: string, traits: unknown, ...rest: unknown[]]
type Traits = Readonly<Record<string, unknown>>

const target = new URL('../src/s3/model/generated.ts', import.meta.url)
const declarations = ['models_0.d.ts', 'models_1.d.ts', 'enums.d.ts']

const isSchema = (value: unknown): value is Schema => Array.isArray(value) && typeof value[2] === 'string'
const resolve = (schema: unknown): unknown =>
  typeof schema === 'function' ? resolve((schema as () => unknown)()) : schema
const structureKinds = new Set([3, 4])
const traitBits = { label: 1, payload: 16 }
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

/** A member's target may stand alone or beside its traits. */
const withTraits = (entry: unknown): [target: unknown, traits: Traits] => {
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

/** Values that S3 takes and the SDK leaves out: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const unlisted: Readonly<Record<string, readonly string[]>> = {
  BucketCannedACL: ['aws-exec-read', 'bucket-owner-full-control', 'bucket-owner-read', 'log-delivery-write'],
}

/** The SDKs send a checksum with these as well; S3 takes them without, as s3cmd and older SDKs send them. */
const unchecked: ReadonlySet<string> = new Set([
  'PutBucketAcl',
  'PutBucketLogging',
  'PutBucketPolicy',
  'PutBucketRequestPayment',
  'PutBucketVersioning',
  'PutBucketWebsite',
  'PutObjectAcl',
  'PutObjectTagging',
])

/** Text of the type of every member of every interface, as the SDK declares it: the schemas leave enumerations out. */
const declaredTypes = async (): Promise<ReadonlyMap<string, string>> => {
  const types = new Map<string, string>()
  const root = new URL('../node_modules/@aws-sdk/client-s3/dist-types/models/', import.meta.url)
  for (const name of declarations) {
    const source = ts.createSourceFile(
      name,
      await readFile(new URL(name, root), 'utf8'),
      ts.ScriptTarget.Latest,
    )
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

/** A trait whose value is text, e.g. a name on the wire. */
const textTrait = (traits: Traits, trait: string): string | undefined => {
  const value = traits[trait]
  return typeof value === 'string' ? value : undefined
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

const xmlName = (schema: Schema): string => {
  const traits = schema[3]
  const name = typeof traits === 'object' && traits !== null ? (traits as Traits)['xmlName'] : undefined
  return typeof name === 'string' ? name : schema[2]
}

function createReader(declared: ReadonlyMap<string, string>) {
  const structures = new Map<string, readonly Member[]>()
  const enums = new Map<string, readonly string[]>()
  const constants = sdk as unknown as Readonly<Record<string, unknown>>

  const enumOf = (owner: string, member: string): string | undefined => {
    const name = declared.get(`${owner}.${member}`)?.replace(/ \| undefined$|\[\]/g, '')
    const values = name === undefined ? undefined : constants[name]
    // Regions are whatever the server is configured to have.
    if (name === undefined || name === 'BucketLocationConstraint') return undefined
    if (typeof values !== 'object' || values === null || Array.isArray(values)) return undefined
    enums.set(
      name,
      [...Object.values(values as Record<string, string>), ...(unlisted[name] ?? [])].toSorted(),
    )
    return name
  }

  const typeOf = (
    schema: unknown,
    owner: string,
    member: string,
    place: Place,
  ): [type: string, item?: string] => {
    if (typeof schema === 'number') {
      if (schema & 128) return ['map']
      if (schema & 64) return [`${typeOf(schema & ~64, owner, member, place)[0]}[]`, 'member']
      if (schema === 4) return [place === 'header' || place === 'query' ? 'http-date' : 'iso-date']
      const scalar = scalars[schema]
      if (scalar === undefined) throw new Error(`${owner}.${member}: unknown scalar ${String(schema)}`)
      return [(schema === 0 ? enumOf(owner, member) : undefined) ?? scalar]
    }
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
    if (!isSchema(schema)) return []
    const [, , owner, , names = [], targets = [], required = 0] = schema
    return (names as string[]).map((name, at) =>
      memberOf(owner, name, (targets as unknown[])[at], at < Number(required)),
    )
  }

  return { membersOf, structures, enums }
}

function operationModel(schema: Schema, membersOf: (schema: unknown) => readonly Member[]): OperationModel {
  const [, , name, traits, inputSchema, outputSchema] = schema
  const { http, httpChecksum } = traits as {
    http: [OperationModel['method'], string, number]
    httpChecksum?: string
  }
  const [method, uri, status] = http
  const url = new URL(uri, 'http://host')
  url.searchParams.delete('x-id')
  const query = Object.fromEntries(url.searchParams)
  const output = resolve(outputSchema)
  const input = membersOf(resolve(inputSchema))
  const members = membersOf(output)
    .filter(isOnTheWire)
    .map((member) => withQuirks(name, member))
  const bucket =
    input.some(([name, , place]) => name === 'Bucket' && place === 'label') || url.pathname.length > 1
  return {
    method,
    level: uri.startsWith('/{Key+}') ? 'object' : bucket ? 'bucket' : 'service',
    ...(Object.keys(query).length > 0 && { query }),
    status: statuses[name] ?? status,
    ...(httpChecksum !== undefined &&
      input.some(isBody) &&
      !unchecked.has(name) && { checksum: true as const }),
    input,
    output: members,
    ...rootOf('inputRoot', resolve(inputSchema), input),
    ...rootOf('outputRoot', output, members),
  }
}

const rootOf = (
  name: 'inputRoot' | 'outputRoot',
  schema: unknown,
  list: readonly Member[],
): Pick<OperationModel, typeof name> =>
  isSchema(schema) && list.some(([, , place]) => place === 'element' || place === 'text')
    ? { [name]: xmlName(schema) }
    : {}

/** The schemas do not say that the location is the text of the root element. */
const withQuirks = (operation: string, [name, type, place, wire]: Member): Member =>
  operation === 'GetBucketLocation' && place === 'element'
    ? [name, type, 'text', wire]
    : [name, type, place, wire]

/** What S3 answers otherwise than the model says. */
const statuses: Readonly<Record<string, number>> = { PutBucketPolicy: 204, PutBucketTagging: 204 }

/** The SDK gives `Expires` a second time, as a header that no server sends. */
const isOnTheWire = ([, , , wire]: Member): boolean => wire !== 'ExpiresString'

const isBody = ([, , place]: Member): boolean => place === 'payload'

const row = (value: unknown): string =>
  JSON.stringify(value).replaceAll("'", "\\'").replaceAll('"', "'").replaceAll(',', ', ')
const members = (list: readonly Member[], indent: string): string =>
  list.length === 0 ? '[]' : `[\n${list.map((member) => `${indent}  ${row(member)},\n`).join('')}${indent}]`

const operationText = (name: string, { input, output, ...rest }: OperationModel): string =>
  [
    `    ${name}: {`,
    ...Object.entries(rest).map(([key, value]) => `      ${key}: ${row(value)},`),
    `      input: ${members(input, '      ')},`,
    `      output: ${members(output, '      ')},`,
    '    },',
  ].join('\n')

const sorted = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1))

const render = (
  model: WireModel,
): string => `// Written by \`npm run model\` from the schemas of @aws-sdk/client-s3. Change .config/model.ts instead.
import type * as sdk from '@aws-sdk/client-s3'
import type { WireModel } from '../../protocol/wire-model.ts'

/** What goes in and comes out, as the SDK types it. */
export interface OperationTypes {
${Object.keys(model.operations)
  .toSorted()
  .map((name) => `  ${name}: { input: sdk.${name}CommandInput; output: sdk.${name}CommandOutput }`)
  .join('\n')}
}

export type OperationName = keyof OperationTypes

export const model: WireModel<OperationName> = {
  namespace: ${row(model.namespace)},
  prefixes: { xsi: '${String(model.prefixes['xsi'])}' },
  operations: {
${sorted(model.operations)
  .map(([name, operation]) => operationText(name, operation))
  .join('\n')}
  },
  structures: {
${sorted(model.structures)
  .map(([name, list]) => `    ${name}: ${members(list, '    ')},`)
  .join('\n')}
  },
  enums: {
${sorted(model.enums)
  .map(([name, values]) => `    ${name}: ${row(values)},`)
  .join('\n')}
  },
}
`

/** The model of the installed SDK. Throws when the SDK describes something that the table cannot say. */
export async function readModel(): Promise<WireModel> {
  const { membersOf, structures, enums } = createReader(await declaredTypes())
  const schemas = Object.values(sdk as unknown as Record<string, unknown>).filter(isSchema)
  const operations = schemas
    .filter(([kind]) => kind === 9)
    .map((schema) => [schema[2], operationModel(schema, membersOf)] as const)
  const clash = [...enums.keys()].find((name) => structures.has(name))
  if (clash !== undefined) throw new Error(`${clash} is both an enumeration and a structure`)
  return {
    namespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    prefixes: { xsi: 'http://www.w3.org/2001/XMLSchema-instance' },
    operations: Object.fromEntries(operations),
    structures: Object.fromEntries(structures),
    enums: Object.fromEntries(enums),
  }
}

async function main(check: boolean): Promise<void> {
  const text = render(await readModel())
  const current = await readFile(target, 'utf8').catch(() => '')
  if (text === current) return
  if (!check) return writeFile(target, text)
  process.stderr.write(`${fileURLToPath(target)} is stale: run \`npm run model\`\n`)
  process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'))

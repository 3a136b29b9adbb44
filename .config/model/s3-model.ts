import * as sdk from '@aws-sdk/client-s3'
import { createSchemaReader } from './schema-reader.ts'
import { isSchema, operationSchemas, resolve, xmlName, type Schema } from './sdk-schema.ts'
import { members, renderTypes, row, sorted } from './render.ts'
import type { Member, OperationModel, WireModel } from '../../src/protocol/wire-model.ts'

const options = {
  client: 'client-s3',
  exported: sdk,
  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
  unlisted: {
    BucketCannedACL: [
      'aws-exec-read',
      'bucket-owner-full-control',
      'bucket-owner-read',
      'log-delivery-write',
    ],
  },
  /** Regions are whatever the server is configured to have. */
  open: new Set(['BucketLocationConstraint']),
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

/** What S3 answers otherwise than the model says. */
const statuses: Readonly<Record<string, number>> = { PutBucketPolicy: 204, PutBucketTagging: 204 }

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
  const input = membersOf(inputSchema)
  const answered = membersOf(output)
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
    output: answered,
    ...rootOf('inputRoot', resolve(inputSchema), input),
    ...rootOf('outputRoot', output, answered),
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

/** The SDK gives `Expires` a second time, as a header that no server sends. */
const isOnTheWire = ([, , , wire]: Member): boolean => wire !== 'ExpiresString'

const isBody = ([, , place]: Member): boolean => place === 'payload'

const operationText = (name: string, { input, output, ...rest }: OperationModel): string =>
  [
    `    ${name}: {`,
    ...Object.entries(rest).map(([key, value]) => `      ${key}: ${row(value)},`),
    `      input: ${members(input, '      ')},`,
    `      output: ${members(output, '      ')},`,
    '    },',
  ].join('\n')

const render = (
  model: WireModel,
): string => `// Written by \`npm run model\` from the schemas of @aws-sdk/client-s3. Change .config/model/s3-model.ts instead.
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
${renderTypes(model, '  ')}
}
`

/** The model of the installed SDK. Throws when the SDK describes something that the table cannot say. */
export async function readModel(): Promise<WireModel> {
  const { membersOf, structures, enums } = await createSchemaReader(options)
  const operations = operationSchemas(sdk).map(
    (schema) => [schema[2], operationModel(schema, membersOf)] as const,
  )
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

export const writeS3Model = async (): Promise<string> => render(await readModel())

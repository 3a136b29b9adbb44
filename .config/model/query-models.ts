import * as iam from '@aws-sdk/client-iam'
import * as sts from '@aws-sdk/client-sts'
import { createSchemaReader } from './schema-reader.ts'
import { isSchema, operationSchemas, resolve, type Schema } from './sdk-schema.ts'
import { members, renderTypes, row, sorted } from './render.ts'
import { operations } from '../../src/iam/operations.ts'
import type { Member } from '../../src/protocol/wire-model.ts'
import type { QueryModel, QueryOperation } from '../../src/iam/query-model.ts'

const services = {
  iam: {
    client: 'client-iam',
    exported: iam,
    version: '2010-05-08',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
  },
  sts: {
    client: 'client-sts',
    exported: sts,
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  },
} as const

type Service = keyof typeof services

const isHandled = ([, , name]: Schema): boolean => Object.hasOwn(operations, name)

function queryOperation(
  [, , , , input, output]: Schema,
  membersOf: (schema: unknown) => readonly Member[],
): QueryOperation {
  // What has no output is a word instead of a schema.
  const hasResult = isSchema(resolve(output))
  return { input: membersOf(input), ...(hasResult && { output: membersOf(output) }) }
}

async function readQueryModel(service: Service): Promise<QueryModel> {
  const { version, namespace, exported } = services[service]
  const { membersOf, structures, enums } = await createSchemaReader(services[service])
  const schemas = operationSchemas(exported)
  const handled = schemas.filter(isHandled).map((schema) => [schema[2], queryOperation(schema, membersOf)])
  return {
    version,
    namespace,
    prefixes: {},
    operations: Object.fromEntries(handled) as QueryModel['operations'],
    others: schemas
      .filter((schema) => !isHandled(schema))
      .map(([, , name]) => name)
      .toSorted(),
    structures: Object.fromEntries(structures),
    enums: Object.fromEntries(enums),
  }
}

/** The models of the installed SDKs, as far as the table of operations goes. */
export const readQueryModels = async (): Promise<Readonly<Record<Service, QueryModel>>> => ({
  iam: await readQueryModel('iam'),
  sts: await readQueryModel('sts'),
})

const operationText = (name: string, { input, output }: QueryOperation): string =>
  [
    `      ${name}: {`,
    `        input: ${members(input, '        ')},`,
    ...(output ? [`        output: ${members(output, '        ')},`] : []),
    '      },',
  ].join('\n')

const modelText = (service: string, model: QueryModel): string => `  ${service}: {
    version: ${row(model.version)},
    namespace: ${row(model.namespace)},
    prefixes: {},
    operations: {
${sorted(model.operations)
  .map(([name, operation]) => operationText(name, operation))
  .join('\n')}
    },
    others: ${row(model.others)},
${renderTypes(model, '    ')}
  },`

const typesText = (service: string, { operations }: QueryModel): string =>
  Object.keys(operations)
    .toSorted()
    .map(
      (name) =>
        `  ${name}: { input: ${service}.${name}CommandInput; output: ${service}.${name}CommandOutput }`,
    )
    .join('\n')

export async function writeQueryModels(): Promise<string> {
  const models = await readQueryModels()
  return `// Written by \`npm run model\` from the schemas of @aws-sdk/client-iam and client-sts. Change .config/model/query-models.ts instead.
import type * as iam from '@aws-sdk/client-iam'
import type * as sts from '@aws-sdk/client-sts'
import type { QueryModel } from '../query-model.ts'

/** What goes in and comes out, as the SDKs type it. */
export interface OperationTypes {
${Object.entries(models)
  .map(([service, model]) => typesText(service, model))
  .join('\n')}
}

export type OperationName = keyof OperationTypes

export const models: Readonly<Record<'iam' | 'sts', QueryModel>> = {
${Object.entries(models)
  .map(([service, model]) => modelText(service, model))
  .join('\n')}
}
`
}

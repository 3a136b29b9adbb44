import { S3Error } from '../core/errors.ts'
import { listItems, replaceItems } from './listed-documents.ts'
import type { AskBucket, JsonObject } from './aws-operations.ts'
import type { ListOperations, SettingOperations } from './setting-operations.ts'

/** Undefined where there is none. */
export async function readDocument(
  ask: AskBucket,
  operations: SettingOperations,
): Promise<JsonObject | undefined> {
  if (operations.kind === 'list') {
    const items = await listItems(ask, operations)
    return items.length === 0 ? undefined : { [operations.gives]: items }
  }
  const output = await ask(operations.get).catch((error: unknown) => {
    if (isMissing(error)) return {}
    throw error
  })
  const { gives } = operations
  const members = new Map<string, unknown>(Object.entries(output))
  const document = gives === undefined ? output : members.get(gives)
  return operations.kind === 'text' ? parsedText(document) : filled(document)
}

/** Throws as the operations of S3 do, and InvalidArgument for what cannot be taken away. */
export async function writeDocument(
  ask: AskBucket,
  operations: SettingOperations,
  document: JsonObject | null,
): Promise<void> {
  if (operations.kind === 'list') return replaceItems(ask, operations, document)
  const { remove } = operations
  if (document === null && typeof remove === 'string') {
    await ask(remove)
    return
  }
  const given = document ?? remove
  if (typeof given === 'object') await ask(operations.put, putInput(operations, given))
  else
    throw new S3Error('InvalidArgument', { message: 'This setting cannot be taken away once it is there.' })
}

function putInput(
  { kind, takes, beside = [] }: Exclude<SettingOperations, ListOperations>,
  document: JsonObject,
): JsonObject {
  if (kind === 'text') return { [takes]: JSON.stringify(document) }
  const members = Object.entries(document)
  const apart = members.filter(([name]) => beside.includes(name))
  const rest = members.filter(([name]) => !beside.includes(name))
  const isOnlyApart = rest.length === 0 && apart.length > 0
  return { ...Object.fromEntries(apart), ...(!isOnlyApart && { [takes]: Object.fromEntries(rest) }) }
}

/** S3 has an error of its own for each document that is not there. */
const isMissing = (error: unknown): boolean =>
  error instanceof S3Error && error.status === 404 && error.code !== 'NoSuchBucket'

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null

/** Undefined for a document that says nothing. */
const filled = (document: unknown): JsonObject | undefined =>
  isObject(document) && Object.values(document).some(isSomething) ? document : undefined

const isSomething = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined

function parsedText(text: unknown): JsonObject | undefined {
  const document: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
  return isObject(document) ? document : undefined
}

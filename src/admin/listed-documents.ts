import { S3Error } from '../core/errors.ts'
import type { AskBucket, JsonObject } from './aws-operations.ts'
import type { ListOperations } from './setting-operations.ts'

interface Item {
  readonly Id: string
}

const isItem = (item: unknown): item is Item =>
  typeof item === 'object' && item !== null && 'Id' in item && typeof item.Id === 'string'

/** All of a kind, in the order of their ids. */
export async function listItems(ask: AskBucket, { list, gives }: ListOperations): Promise<readonly Item[]> {
  const items: Item[] = []
  let token: unknown
  do {
    const page = new Map<string, unknown>(Object.entries(await ask(list, { ContinuationToken: token })))
    const found = page.get(gives)
    if (Array.isArray(found)) items.push(...found.filter(isItem))
    token = page.get('NextContinuationToken')
  } while (token !== undefined)
  return items
}

/** Puts those that are given, then removes the others. Throws as the operations of S3 do. */
export async function replaceItems(
  ask: AskBucket,
  operations: ListOperations,
  document: JsonObject | null,
): Promise<void> {
  const { gives, takes, put, remove } = operations
  const { [gives]: items, ...others } = document ?? { [gives]: [] }
  if (!Array.isArray(items) || !items.every(isItem) || Object.keys(others).length > 0)
    throw new S3Error('MalformedXML', { message: `The document is a list, ${gives}, of items with an Id.` })
  const before = await listItems(ask, operations)
  for (const item of items) await ask(put, { Id: item.Id, [takes]: item })
  const kept = new Set(items.map(({ Id }) => Id))
  for (const { Id } of before) if (!kept.has(Id)) await ask(remove, { Id })
}

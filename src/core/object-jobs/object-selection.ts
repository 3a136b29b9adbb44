import type { ListedObject } from '../objects/list-query.ts'
import type { ObjectSelection, SelectionCursor } from './object-job.ts'
import type { Parts } from '../parts.ts'

export interface SelectedObject {
  readonly key: string
  /** Of the key within what was selected: of `a/b/c` it is `b/c` under the prefix `a/b/`, and `c` as a key. */
  readonly name: string
}

interface SelectedPage {
  readonly objects: readonly SelectedObject[]
  /** Goes on behind the page. */
  readonly cursor: SelectionCursor
}

const keysPerPage = 200

/** The selected objects in pages, from a place on; what is written behind the page while it is dealt with is found, too. */
export async function* selectedPages(
  parts: Pick<Parts, 'metadata'>,
  bucketId: number,
  { keys, prefixes }: ObjectSelection,
  from: SelectionCursor = { item: 0, after: undefined },
): AsyncGenerator<SelectedPage> {
  for (let item = from.item; item < keys.length; item += keysPerPage) {
    const page = keys.slice(item, item + keysPerPage)
    yield {
      objects: page.map((key) => selected(key, key)),
      cursor: { item: item + page.length, after: undefined },
    }
  }
  for (const [n, prefix] of prefixes.entries()) {
    const item = keys.length + n
    if (item < from.item) continue
    const after = item === from.item ? from.after : undefined
    for await (const found of pagesBelow(parts, { bucketId, prefix, after }))
      yield {
        objects: found.map(({ key }) => selected(key, prefix)),
        cursor: { item, after: found.at(-1)?.key },
      }
  }
}

interface Below {
  readonly bucketId: number
  readonly prefix: string
  readonly after: string | undefined
}

async function* pagesBelow(
  { metadata }: Pick<Parts, 'metadata'>,
  below: Below,
): AsyncGenerator<readonly ListedObject[]> {
  let { after } = below
  let page
  do {
    page = await metadata.list({ ...below, after, delimiter: undefined, limit: keysPerPage })
    const found = page.entries.filter((entry) => 'key' in entry)
    if (found.length > 0) yield found
    after = found.at(-1)?.key
  } while (page.isTruncated)
}

const selected = (key: string, by: string): SelectedObject => ({ key, name: key.slice(parentOf(by).length) })

/** What stands before the last name of a key or a prefix: `a/` of `a/b` and of `a/b/`. */
export const parentOf = (key: string): string => key.slice(0, key.replace(/\/$/, '').lastIndexOf('/') + 1)

import { compareKeys } from '../lib/key-order.ts'
import type { Tags } from '../core/objects/object-version.ts'

export interface TagElement {
  readonly Key: string | undefined
  readonly Value: string | undefined
}

/** Tags as the core has them. The codec has refused tags without key or value. */
export const tagsOf = (tagSet: readonly TagElement[]): Tags =>
  tagSet.map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }))

/** Tags as the wire has them, in the order of their keys. */
export const tagSetOf = (tags: Tags = []) =>
  tags
    .toSorted((left, right) => compareKeys(left.key, right.key))
    .map(({ key, value }) => ({ Key: key, Value: value }))

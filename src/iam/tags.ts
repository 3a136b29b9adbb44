import type { Tags } from '../core/objects/object-version.ts'

interface WireTag {
  readonly Key: string
  readonly Value: string
}

export const tagsFrom = (tags: readonly WireTag[] = []): Tags =>
  tags.map(({ Key, Value }) => ({ key: Key, value: Value }))

export const tagsOutput = (tags: Tags) => tags.map(({ key, value }) => ({ Key: key, Value: value }))

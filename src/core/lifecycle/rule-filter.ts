import type { LifecycleFilter } from './lifecycle.ts'
import type { Tags } from '../objects/object-version.ts'

interface Subject {
  readonly key: string
  /** In bytes. */
  readonly size: number
  readonly tags?: Tags | undefined
}

/** Whether a rule is about an object: its prefix, all its tags and its sizes must fit. */
export function isAbout(
  { prefix = '', tags, sizeGreaterThan = -1, sizeLessThan = Infinity }: LifecycleFilter,
  { key, size, tags: given = [] }: Subject,
): boolean {
  if (!key.startsWith(prefix) || size <= sizeGreaterThan || size >= sizeLessThan) return false
  return tags.every((tag) => given.some(({ key: name, value }) => name === tag.key && value === tag.value))
}

/** Whether a rule is about all of a prefix, so that it fits what has neither tags nor a size: delete markers and unfinished uploads. */
export const isAboutKey = (filter: LifecycleFilter, key: string): boolean =>
  key.startsWith(filter.prefix ?? '') && filter.tags.length === 0 && !namesSize(filter)

export const namesSize = ({ sizeGreaterThan, sizeLessThan }: LifecycleFilter): boolean =>
  (sizeGreaterThan ?? sizeLessThan) !== undefined

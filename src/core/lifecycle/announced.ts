import { calendarDayMs, dueTime } from './due-time.ts'
import { isAbout, isAboutKey } from './rule-filter.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { LifecycleRule } from './lifecycle.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Upload } from '../uploads/upload.ts'

/** What answers tell of the end that a rule has in mind for an object or an upload. */
export interface Announced {
  /** Milliseconds since 1970: midnight UTC, in days of the calendar even where a day was shortened for tests. */
  readonly at: number
  readonly ruleId: string
}

type Configured = Pick<Bucket, 'configuration'>

/** When a current version expires, by the rule that comes first; undefined when none does. */
export function expiryOf(
  { configuration: { lifecycle } }: Configured,
  version: Pick<ObjectVersion, 'key' | 'size' | 'lastModified'> & {
    readonly attributes: Pick<ObjectVersion['attributes'], 'tags'>
  },
): Announced | undefined {
  if (!lifecycle) return undefined
  const { key, size, lastModified, attributes } = version
  return earliest(lifecycle.rules, ({ expiration, filter }) => {
    if (!expiration || 'expiredObjectDeleteMarker' in expiration) return undefined
    if (!isAbout(filter, { key, size, tags: attributes.tags })) return undefined
    return 'date' in expiration ? expiration.date : dueTime(lastModified, expiration.days, calendarDayMs)
  })
}

/** When an unfinished upload is aborted. */
export const abortOf = (
  { configuration: { lifecycle } }: Configured,
  { key, createdAt }: Pick<Upload, 'key' | 'createdAt'>,
): Announced | undefined =>
  lifecycle &&
  earliest(lifecycle.rules, ({ abortDays, filter }) =>
    abortDays !== undefined && isAboutKey(filter, key)
      ? dueTime(createdAt, abortDays, calendarDayMs)
      : undefined,
  )

function earliest(
  rules: readonly LifecycleRule[],
  timeOf: (rule: LifecycleRule) => number | undefined,
): Announced | undefined {
  let first: Announced | undefined
  for (const rule of rules) {
    const at = rule.isEnabled ? timeOf(rule) : undefined
    if (at !== undefined && at < (first?.at ?? Infinity)) first = { at, ruleId: rule.id }
  }
  return first
}

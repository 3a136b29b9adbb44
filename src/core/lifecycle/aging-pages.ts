import { prefixesOf } from './prefixes.ts'
import { standings } from './standings.ts'
import type { AgingPage, AgingPlace, AgingRow, AgingVersion } from './aging-version.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Circumstances } from './expiring.ts'
import type { LifecycleRule } from './lifecycle.ts'
import type { Metadata } from '../ports.ts'

/** Rows that are looked at in one go. */
const pageSize = 1000

/** Walks what the enabled rules of a bucket may be about, a page at a time. */
export async function* agingPages(
  metadata: Pick<Metadata, 'agingObjects' | 'agingRest'>,
  { id: bucketId, versioning, configuration }: Bucket,
  circumstances: Circumstances,
): AsyncGenerator<readonly AgingVersion[]> {
  const rules = (configuration.lifecycle?.rules ?? []).filter(({ isEnabled }) => isEnabled)
  const writtenBefore = latestDue(rules, circumstances)
  for (const prefix of writtenBefore === undefined ? [] : prefixesOf(rules.filter(isAboutCurrent))) {
    const pages = walk((after) =>
      metadata.agingObjects({ bucketId, prefix, after, limit: pageSize }, writtenBefore ?? 0),
    )
    for await (const rows of pages) yield rows.map((row) => ({ ...row, standing: { kind: 'current' } }))
  }
  for (const prefix of versioning === 'off' ? [] : prefixesOf(rules))
    yield* standings(walk((after) => metadata.agingRest({ bucketId, prefix, after, limit: pageSize })))
}

async function* walk<Row extends AgingRow>(
  read: (after: AgingPlace | undefined) => Promise<AgingPage<Row>>,
): AsyncGenerator<readonly Row[]> {
  let after: AgingPlace | undefined
  do {
    const page = await read(after)
    yield page.rows
    after = page.end
  } while (after)
}

const isAboutCurrent = (rule: LifecycleRule): boolean => timingsOf(rule).length > 0

const timingsOf = ({ expiration, transitions }: LifecycleRule) => [
  ...(expiration && !('expiredObjectDeleteMarker' in expiration) ? [expiration] : []),
  ...transitions,
]

/** What was written later is not due by any rule; undefined when no rule is about current versions. */
function latestDue(rules: readonly LifecycleRule[], { now, dayMs }: Circumstances): number | undefined {
  const days = rules.flatMap(timingsOf).map((timing) => ('days' in timing ? timing.days : 0))
  return days.length === 0 ? undefined : now - Math.min(...days) * dayMs + 1
}

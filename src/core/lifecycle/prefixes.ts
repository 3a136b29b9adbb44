import { compareKeys } from '../../lib/key-order.ts'
import type { LifecycleRule } from './lifecycle.ts'

/** The fewest prefixes below which lies all that some rules are about. */
export function prefixesOf(rules: readonly LifecycleRule[]): readonly string[] {
  const fewest: string[] = []
  for (const prefix of rules.map(({ filter }) => filter.prefix ?? '').sort(compareKeys)) {
    const last = fewest.at(-1)
    if (last === undefined || !prefix.startsWith(last)) fewest.push(prefix)
  }
  return fewest
}

import { isDue, isOverdue, type Circumstances } from './expiring.ts'
import { namesSize } from './rule-filter.ts'
import { isArchive, storageRank } from './storage-order.ts'
import type { AgingVersion } from './aging-version.ts'
import type { Lifecycle, LifecycleRule } from './lifecycle.ts'

/** Smaller objects cost more in other classes than they save. */
const smallBytes = 128 * 1024

/** The storage class that a version has to move to by rules that are about it: of several the one furthest down. */
export function dueClass(
  { rules, minimumSize }: Lifecycle,
  version: AgingVersion,
  circumstances: Circumstances,
): string | undefined {
  const mayMoveTo = (storageClass: string, rule: LifecycleRule): boolean =>
    storageRank(storageClass) > storageRank(version.storageClass) &&
    (version.size >= smallBytes ||
      namesSize(rule.filter) ||
      (minimumSize === 'varies_by_storage_class' && isArchive(storageClass)))
  return rules
    .flatMap((rule) => dueClasses(rule, version, circumstances).filter((name) => mayMoveTo(name, rule)))
    .toSorted((a, b) => storageRank(b) - storageRank(a))[0]
}

function dueClasses(
  { transitions, noncurrentTransitions }: LifecycleRule,
  { standing, lastModified }: AgingVersion,
  circumstances: Circumstances,
): readonly string[] {
  const due =
    standing.kind === 'current'
      ? transitions.filter((step) => isDue(step, lastModified, circumstances))
      : noncurrentTransitions.filter((step) => isOverdue(step, standing, circumstances))
  return due.map(({ storageClass }) => storageClass)
}

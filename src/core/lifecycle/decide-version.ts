import { isExpiring, isExpiringMarker, type Circumstances } from './expiring.ts'
import { isAbout } from './rule-filter.ts'
import { dueClass } from './due-class.ts'
import type { AgingVersion } from './aging-version.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Versioning } from '../buckets/bucket.ts'

/** `expire` ends a current version: by a delete marker on top where the bucket keeps versions. `remove` is for good. */
export type LifecycleAction =
  | { readonly kind: 'expire' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'transition'; readonly storageClass: string }

/**
 * What is due for a version; nothing for most. What deletes for good comes before a transition, and that before a delete marker.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html
 */
export function decideVersion(
  lifecycle: Lifecycle,
  version: AgingVersion,
  circumstances: Circumstances & { readonly versioning: Versioning },
): LifecycleAction | undefined {
  const enabled = lifecycle.rules.filter(({ isEnabled }) => isEnabled)
  if (version.isDeleteMarker)
    return enabled.some((rule) => isExpiringMarker(rule, version, circumstances))
      ? { kind: 'remove' }
      : undefined

  const rules = enabled.filter(({ filter }) => isAbout(filter, version))
  const expires = rules.some((rule) => isExpiring(rule, version, circumstances))
  const isCurrent = version.standing.kind === 'current'
  if (expires && !isCurrent) return { kind: 'remove' }
  if (expires && circumstances.versioning === 'off') return { kind: 'expire' }

  const storageClass = dueClass({ ...lifecycle, rules }, version, circumstances)
  if (storageClass !== undefined) return { kind: 'transition', storageClass }
  return expires ? { kind: 'expire' } : undefined
}

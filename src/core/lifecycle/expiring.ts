import { dueTime } from './due-time.ts'
import { isAboutKey } from './rule-filter.ts'
import type { AgingVersion, Standing } from './aging-version.ts'
import type { LifecycleRule, NoncurrentAge, Timing } from './lifecycle.ts'

export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number
  /** How long a day lasts. */
  readonly dayMs: number
}

/** Whether a rule that is about a version of an object ends it. */
export function isExpiring(
  rule: LifecycleRule,
  version: AgingVersion,
  circumstances: Circumstances,
): boolean {
  const { expiration, noncurrentExpiration } = rule
  const { standing, lastModified } = version
  if (standing.kind === 'noncurrent')
    return noncurrentExpiration !== undefined && isOverdue(noncurrentExpiration, standing, circumstances)
  if (!expiration || 'expiredObjectDeleteMarker' in expiration) return false
  return isDue(expiration, lastModified, circumstances)
}

/** Whether a rule removes a delete marker: a noncurrent one like any version, a current one when nothing is left behind it. */
export function isExpiringMarker(
  { filter, ...rule }: LifecycleRule,
  marker: AgingVersion,
  circumstances: Circumstances,
): boolean {
  const { standing, lastModified, key } = marker
  if (!isAboutKey(filter, key)) return false
  if (standing.kind === 'noncurrent')
    return (
      rule.noncurrentExpiration !== undefined && isOverdue(rule.noncurrentExpiration, standing, circumstances)
    )
  if (!rule.expiration || !standing.isOnly) return false
  if ('expiredObjectDeleteMarker' in rule.expiration) return rule.expiration.expiredObjectDeleteMarker
  return isDue(rule.expiration, lastModified, circumstances)
}

export const isDue = (timing: Timing, since: number, { now, dayMs }: Circumstances): boolean =>
  now >= ('date' in timing ? timing.date : dueTime(since, timing.days, dayMs))

/** Whether a version has been noncurrent for long enough, and enough newer ones are kept. */
export const isOverdue = (
  { days, newerVersions = 0 }: NoncurrentAge,
  standing: Extract<Standing, { kind: 'noncurrent' }>,
  circumstances: Circumstances,
): boolean => standing.newerVersions >= newerVersions && isDue({ days }, standing.since, circumstances)

import { S3Error } from '../errors.ts'
import type { ObjectLock, Retention, RetentionMode } from '../objects/object-lock.ts'

/** Object lock on a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectLockConfiguration.html */
export interface ObjectLockConfiguration {
  /** How long new versions are kept that do not say so themselves. */
  readonly defaultRetention?: DefaultRetention
}

export interface DefaultRetention {
  readonly mode: RetentionMode
  readonly period: number
  readonly unit: 'Days' | 'Years'
}

interface MayHaveLock {
  readonly configuration: { readonly objectLock?: ObjectLockConfiguration }
}

const longest = { Days: 36_500, Years: 100 }
const dayMs = 86_400_000

/** Throws InvalidArgument for a period that S3 does not take. */
export function checkDefaultRetention({ period, unit }: DefaultRetention): void {
  const detail = { ArgumentName: unit }
  if (period < 1) {
    const message = 'Default retention period must be a positive integer value.'
    throw new S3Error('InvalidArgument', { message, detail })
  }
  if (period > longest[unit]) {
    throw new S3Error('InvalidArgument', { message: 'Default retention period too large.', detail })
  }
}

/** A year has 365 days. */
const retentionFrom = ({ mode, period, unit }: DefaultRetention, now: number): Retention => ({
  mode,
  retainUntil: now + period * (unit === 'Days' ? 1 : 365) * dayMs,
})

/** The lock of a version made at `now` (milliseconds since 1970): what the request asked for, with the bucket's default where it says nothing of retention. */
export function lockOfNew(
  { configuration: { objectLock } }: MayHaveLock,
  requested: ObjectLock | undefined,
  now: number,
): { readonly lock?: ObjectLock } {
  const { defaultRetention } = objectLock ?? {}
  if (!defaultRetention || requested?.retention) return requested ? { lock: requested } : {}
  return { lock: { ...requested, retention: retentionFrom(defaultRetention, now) } }
}

/** Throws InvalidRequest when the bucket has no object lock. */
export function checkHasObjectLock({ configuration: { objectLock } }: MayHaveLock): void {
  if (objectLock) return
  throw new S3Error('InvalidRequest', { message: 'Bucket is missing Object Lock Configuration' })
}

/** Throws what checkHasObjectLock and checkRetention throw for the lock that a request asks for. */
export function checkNewLock(bucket: MayHaveLock, requested: ObjectLock | undefined, now: number): void {
  if (!requested) return
  checkHasObjectLock(bucket)
  if (requested.retention) checkRetention(requested.retention, now)
}

/** Throws InvalidArgument for a date that is not ahead of `now` (milliseconds since 1970). */
export function checkRetention({ retainUntil }: Retention, now: number): void {
  if (retainUntil > now) return
  throw new S3Error('InvalidArgument', { message: 'The retain until date must be in the future!' })
}

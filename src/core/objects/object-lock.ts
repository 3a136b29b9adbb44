/** What keeps a version from being deleted. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html */
export interface ObjectLock {
  readonly retention?: Retention
  /** Absent: never said; false: said to be off. */
  readonly legalHold?: boolean
}

export interface Retention {
  /** `GOVERNANCE` gives way to who may bypass it, `COMPLIANCE` to nobody. */
  readonly mode: RetentionMode
  /** Milliseconds since 1970. */
  readonly retainUntil: number
}

export type RetentionMode = 'GOVERNANCE' | 'COMPLIANCE'

interface Attempt {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether the caller asked to bypass governance, and may. */
  readonly bypassesGovernance: boolean
}

/** Whether a version must stay. */
export function isLocked(lock: ObjectLock | undefined, { now, bypassesGovernance }: Attempt): boolean {
  if (lock?.legalHold) return true
  if (!lock?.retention || lock.retention.retainUntil <= now) return false
  return lock.retention.mode === 'COMPLIANCE' || !bypassesGovernance
}

/** Whether a version's retention may become another one, or none: it may be extended, and otherwise changed only where the version may go. */
export function mayReplaceRetention(
  current: Retention | undefined,
  next: Retention | undefined,
  attempt: Attempt,
): boolean {
  if (!current || !isLocked({ retention: current }, attempt)) return true
  return next?.mode === current.mode && next.retainUntil >= current.retainUntil
}

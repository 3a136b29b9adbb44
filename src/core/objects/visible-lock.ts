import { decide } from '../policy/decide.ts'
import type { Caller } from '../caller.ts'
import type { LocatedVersion } from './get-version.ts'
import type { ObjectLock } from './object-lock.ts'

/** What a reader of an object is told of its lock: retention and legal hold need a permission each. */
export function visibleLock(caller: Caller, { bucket, version }: LocatedVersion): ObjectLock | undefined {
  const { lock } = version.attributes
  if (!lock) return undefined
  const { retention, legalHold } = lock
  const may = (action: 's3:GetObjectRetention' | 's3:GetObjectLegalHold') =>
    decide(caller, action, { bucket, version }) === 'allow'
  return {
    ...(retention && may('s3:GetObjectRetention') && { retention }),
    ...(legalHold !== undefined && may('s3:GetObjectLegalHold') && { legalHold }),
  }
}

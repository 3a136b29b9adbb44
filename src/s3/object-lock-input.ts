import { S3Error } from '../core/errors.ts'
import type { ObjectLock, RetentionMode } from '../core/objects/object-lock.ts'

export interface LockHeaders {
  readonly ObjectLockMode?: RetentionMode | undefined
  readonly ObjectLockRetainUntilDate?: Date | undefined
  readonly ObjectLockLegalHoldStatus?: 'ON' | 'OFF' | undefined
}

/** What a new object's headers say of its lock. Throws InvalidArgument for a mode without a date, or the reverse. */
export function lockOf(input: LockHeaders): ObjectLock | undefined {
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: date, ObjectLockLegalHoldStatus: hold } = input
  if ((mode === undefined) !== (date === undefined)) {
    throw new S3Error('InvalidArgument', {
      message: 'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
      detail: {
        ArgumentName: mode === undefined ? 'x-amz-object-lock-mode' : 'x-amz-object-lock-retain-until-date',
      },
    })
  }
  if (mode === undefined && hold === undefined) return undefined
  return {
    ...(mode !== undefined && date && { retention: { mode, retainUntil: date.getTime() } }),
    ...(hold !== undefined && { legalHold: hold === 'ON' }),
  }
}

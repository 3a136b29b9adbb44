import { checkHasObjectLock, checkRetention } from '../buckets/object-lock-configuration.ts'
import { S3Error } from '../errors.ts'
import { decide } from '../policy/decide.ts'
import { changeAttributes } from './change-attributes.ts'
import { getVersion } from './get-version.ts'
import { mayReplaceRetention, type ObjectLock, type Retention } from './object-lock.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'

/**
 * What keeps a version. Throws what getVersion throws, InvalidRequest when the bucket has no object lock, NoSuchObjectLockConfiguration when
 * nothing has been said of it. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectRetention.html
 */
export const getRetention =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, object: ObjectRef): Promise<Retention> =>
    known((await getLock(parts, caller, object, 's3:GetObjectRetention'))?.retention)

/** Throws the same. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLegalHold.html */
export const getLegalHold =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, object: ObjectRef): Promise<boolean> =>
    known((await getLock(parts, caller, object, 's3:GetObjectLegalHold'))?.legalHold)

async function getLock(
  parts: Pick<Parts, 'metadata'>,
  caller: Caller,
  object: ObjectRef,
  action: 's3:GetObjectRetention' | 's3:GetObjectLegalHold',
): Promise<ObjectLock | undefined> {
  const { bucket, version } = await getVersion(parts, caller, object, { withData: false, action })
  checkHasObjectLock(bucket)
  return version.attributes.lock
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new S3Error('NoSuchObjectLockConfiguration')
  return value
}

export interface RetentionOptions {
  /** Asks that the retention of now, in governance mode, be passed over. */
  readonly bypassesGovernance?: boolean | undefined
}

/**
 * Replaces a version's retention; undefined removes it. Throws what getVersion throws, InvalidRequest when the bucket has no object lock,
 * InvalidArgument for a date that has passed, AccessDenied when the retention of now does not let it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html
 */
export const putRetention =
  (parts: Pick<Parts, 'metadata' | 'clock'>) =>
  async (
    caller: Caller,
    object: ObjectRef,
    retention: Retention | undefined,
    { bypassesGovernance = false }: RetentionOptions = {},
  ): Promise<void> => {
    const action = 's3:PutObjectRetention'
    await changeAttributes(parts, { caller, object, action }, (version, bucket) => {
      checkHasObjectLock(bucket)
      const now = parts.clock.now()
      if (retention) checkRetention(retention, now)
      const { retention: current, ...kept } = version.attributes.lock ?? {}
      const attempt = {
        now,
        bypassesGovernance:
          bypassesGovernance &&
          decide(caller, 's3:BypassGovernanceRetention', { bucket, version }) === 'allow',
      }
      if (!mayReplaceRetention(current, retention, attempt)) throw lockedError()
      return { ...version.attributes, lock: { ...kept, ...(retention && { retention }) } }
    })
  }

/** Throws the same, apart from AccessDenied. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLegalHold.html */
export const putLegalHold =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, object: ObjectRef, legalHold: boolean): Promise<void> => {
    const action = 's3:PutObjectLegalHold'
    await changeAttributes(parts, { caller, object, action }, ({ attributes }, bucket) => {
      checkHasObjectLock(bucket)
      return { ...attributes, lock: { ...attributes.lock, legalHold } }
    })
  }

const lockedError = () =>
  new S3Error('AccessDenied', { message: 'Access Denied because object protected by object lock.' })

import { S3Error } from '../errors.ts'
import { dueTime } from '../lifecycle/due-time.ts'
import { isArchived, restoredUntil } from './archive.ts'
import { changeAttributes } from './change-attributes.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from './object-ref.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

export interface RestoreRequest {
  readonly days: number
  readonly tier: string | undefined
}

/**
 * Makes an archived object readable for some days, at once: its bytes are read where they are. Asked again, the days count anew. Resolves to
 * whether it could be read already. Throws InvalidObjectState for what is no archive, and what changeAttributes throws.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html
 */
export const restoreObject =
  (parts: Pick<Parts, 'metadata' | 'clock' | 'settings'>) =>
  async (
    caller: Caller,
    object: ObjectRef,
    { days, tier }: RestoreRequest,
  ): Promise<{ readonly wasRestored: boolean }> => {
    if (days < 1) throw new S3Error('InvalidArgument', { message: "'Days' must be a positive integer" })
    const at = parts.clock.now()
    const until = dueTime(at, days, parts.settings.dayMs)
    let wasRestored = false
    const event = { name: 'ObjectRestore:Completed' as const, at }
    await changeAttributes(parts, { caller, object, action: 's3:RestoreObject', event }, (version) => {
      checkRestorable(parts, version, tier)
      wasRestored = restoredUntil(parts, version) !== undefined
      return { ...version.attributes, restoredUntil: until }
    })
    return { wasRestored }
  }

function checkRestorable(
  parts: Pick<Parts, 'settings'>,
  version: ObjectVersion,
  tier: string | undefined,
): void {
  const { storageClass } = version
  if (!isArchived(parts, version)) {
    throw new S3Error('InvalidObjectState', {
      message: "Restore is not allowed for the object's current storage class",
      detail: { StorageClass: storageClass },
    })
  }
  if (storageClass === 'DEEP_ARCHIVE' && tier === 'Expedited')
    throw new S3Error('InvalidArgument', {
      message: 'Retrieval option is not supported by this storage class',
    })
}

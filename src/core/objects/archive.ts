import { S3Error } from '../errors.ts'
import { isArchive } from '../lifecycle/storage-order.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

type ArchiveParts = Pick<Parts, 'clock' | 'settings'>

/** Whether a version must be restored to be read: its class is an archive, and has a store of its own. */
export const isArchived = ({ settings }: Pick<Parts, 'settings'>, { storageClass }: ObjectVersion): boolean =>
  settings.keptApart.has(storageClass) && isArchive(storageClass)

/** Until when an archived version can be read, in milliseconds since 1970; undefined when it cannot. */
export function restoredUntil(parts: ArchiveParts, version: ObjectVersion): number | undefined {
  if (!isArchived(parts, version)) return undefined
  const { restoredUntil: until = -Infinity } = version.attributes
  return until > parts.clock.now() ? until : undefined
}

/** Throws InvalidObjectState for a version that must be restored first. https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html */
export function checkRestored(parts: ArchiveParts, version: ObjectVersion): void {
  if (!isArchived(parts, version) || restoredUntil(parts, version) !== undefined) return
  throw new S3Error('InvalidObjectState', {
    message: "The operation is not valid for the object's storage class",
    detail: { StorageClass: version.storageClass },
  })
}

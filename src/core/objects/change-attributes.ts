import { announce, eventsOf } from '../events/announcement.ts'
import { getBucketToChange } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { decide } from '../policy/decide.ts'
import { checkIsObject, missing, type LocatedVersion } from './get-version.ts'
import { actionOn, type ObjectRef } from './object-ref.ts'
import { checkVersionId } from './version-id.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { EventName } from '../events/event-name.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { S3Action } from '../policy/s3-actions.ts'
import type { NewEvent } from '../events/outbox.ts'
import { shownVersionId } from './shown-version-id.ts'
import type { ObjectAttributes, ObjectVersion, Tags } from './object-version.ts'
import type { Parts } from '../parts.ts'

export interface Change {
  readonly caller: Caller
  readonly object: ObjectRef
  /** What the caller is about to do: decided on the row that is changed. */
  readonly action: S3Action
  /** The tags that the object is to have, for policies that ask for them. */
  readonly requestTags?: Tags | undefined
  /** What the change is told as, and when it happened, in milliseconds since 1970. */
  readonly event?: { readonly name: EventName; readonly at: number }
}

/**
 * Replaces what is kept beside an object's bytes by what `change` makes of it; its time and ETag stay. Throws
 * what getVersion throws.
 */
export const changeAttributes = (
  parts: Pick<Parts, 'metadata'>,
  { caller, object, action, requestTags, event }: Change,
  change: (version: ObjectVersion, bucket: Bucket) => ObjectAttributes,
): Promise<LocatedVersion> =>
  parts.metadata.transaction(async (tx) => {
    const { bucket, version } = await findToChange(parts, tx, { caller, object, action, requestTags })
    const attributes = change(version, bucket)
    await tx.putObjectAttributes(version, attributes)
    if (event) await tx.appendEvents(eventsOfChange(event, { bucket, version, caller }))
    return { bucket, version: { ...version, attributes } }
  })

/** What getVersion finds, within the transaction that is going to change it. Throws what getVersion throws. */
export async function findToChange(
  parts: Pick<Parts, 'metadata'>,
  tx: MetadataTransaction,
  { caller, object, action, requestTags }: Omit<Change, 'event'>,
): Promise<LocatedVersion> {
  const { key, versionId } = object
  const bucket = await getBucketToChange(tx, caller, object.bucket)
  if (versionId !== undefined) checkVersionId(versionId)
  const version = await (versionId === undefined
    ? tx.findObject(bucket.id, key)
    : tx.findVersion(bucket.id, key, versionId))
  if (!version) throw await missing(parts, caller, bucket, object)
  checkIsObject(caller, bucket, version)
  if (decide(caller, actionOn(object, action), { bucket, version, versionId, requestTags }) !== 'allow')
    throw new S3Error('AccessDenied')
  return { bucket, version }
}

/** What goes into the outbox because something about a version has changed. */
export function eventsOfChange(
  { name, at }: NonNullable<Change['event']>,
  { bucket, version, caller }: LocatedVersion & { readonly caller: Caller },
): readonly NewEvent[] {
  const { bucketId, key, size, etag } = version
  const announcement = announce(bucket, { caller, key, names: { changed: name } })
  if (!announcement) return []
  const versionId = shownVersionId(bucket, version)
  return eventsOf(announcement, {
    bucketId,
    key,
    happening: 'changed',
    object: { size, etag, versionId },
    versionId,
    at,
  })
}

import { projectCaller } from '../caller.ts'
import { announce } from '../events/announcement.ts'
import { placeOf } from '../objects/blob-place.ts'
import { copyContent } from '../objects/copy-content.ts'
import { discardContent } from '../objects/duplicate-content.ts'
import { accepted } from '../objects/write-refusal.ts'
import { disablesAcls } from '../policy/object-ownership.ts'
import { GiveUp } from '../events/deliver-events.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { ObjectAttributes, ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { ReplicaOrder } from '../events/replica-order.ts'

interface LocalCopy {
  readonly version: ObjectVersion
  readonly target: Bucket
  readonly order: ReplicaOrder
  readonly signal: AbortSignal
}

/** Copies a version into another bucket of this server, on top of its key's versions. */
export async function copyHere(parts: Parts, { version, target, order, signal }: LocalCopy): Promise<void> {
  const { key } = version
  const newest = await parts.metadata.findObject(target.id, key, { withData: false })
  // It was delivered before, and only the note of it was lost.
  if (newest?.attributes.replication?.copyOf === version.versionId) return
  const project = await parts.metadata.catalog.findProject(target.projectId)
  if (!project) throw new GiveUp('The destination bucket belongs to a project that does not exist.')
  const { storageClass = version.storageClass } = order
  const copied = await copyContent(parts, version, {
    bucket: target,
    key,
    place: placeOf(target, { key, contentType: version.attributes.contentType, storageClass }),
    checksumAlgorithm: undefined,
    encryption: undefined,
    access: { caller: projectCaller(project), customerKey: undefined },
    signal: () => signal,
  })
  const { content, etag, checksum, encryption } = copied
  const now = parts.clock.now()
  const belongsToTarget = order.changesOwner || disablesAcls(target.configuration)
  const answer = await parts.metadata.write({
    kind: 'put',
    bucketId: target.id,
    key,
    size: version.size,
    etag,
    ownerId: belongsToTarget ? target.configuration.acl.owner : version.ownerId,
    storageClass,
    attributes: {
      ...keptAttributes(version.attributes, { target, belongsToTarget }),
      ...(checksum && { checksum }),
      ...(encryption && { encryption }),
      replication: { status: 'REPLICA', copyOf: version.versionId },
    },
    content,
    announcement: announce(target, { key, names: { stored: 'ObjectCreated:Put' }, isReplica: true }),
    now,
    trashAfter: now + parts.settings.trashMs,
  })
  if (answer.kind === 'refused') await discardContent(parts.blobs, content)
  accepted('stored', answer, { bucket: target.name, key })
}

/** Headers, metadata and tags; the ACL where the copy stays its writer's, the lock where the destination keeps locks. */
function keptAttributes(
  {
    acl,
    lock,
    checksum: _checksum,
    encryption: _encryption,
    replication: _replication,
    restoredUntil: _restored,
    ...kept
  }: ObjectAttributes,
  { target, belongsToTarget }: { readonly target: Bucket; readonly belongsToTarget: boolean },
): ObjectAttributes {
  return {
    ...kept,
    ...(acl && !belongsToTarget && { acl }),
    ...(lock && target.configuration.objectLock && { lock }),
  }
}

/** Puts a delete marker on top of a key in another bucket of this server. */
export async function markHere(
  parts: Parts,
  { target, key }: { target: Bucket; key: string },
): Promise<void> {
  const newest = await parts.metadata.findDeleteMarker(target.id, key)
  if (newest) return
  const now = parts.clock.now()
  const names = { removed: 'ObjectRemoved:Delete', marked: 'ObjectRemoved:DeleteMarkerCreated' } as const
  const answer = await parts.metadata.write({
    kind: 'delete',
    bucketId: target.id,
    key,
    ownerId: target.configuration.acl.owner,
    announcement: announce(target, { key, names, isReplica: true }),
    now,
    trashAfter: now + parts.settings.trashMs,
  })
  accepted('deleted', answer, { bucket: target.name, key })
}

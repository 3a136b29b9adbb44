import { announce } from '../events/announcement.ts'
import type { AgingVersion } from './aging-version.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { LifecycleRun } from './lifecycle-run.ts'
import type { ObjectDelete } from '../objects/object-write.ts'
import type { Parts } from '../parts.ts'

type ExpireParts = Pick<Parts, 'clock' | 'metadata' | 'settings'>

/** Deletes a version that is over, unless it changed meanwhile or is locked: then it stays, until the next walk at the least. */
export async function expireVersion(
  parts: ExpireParts,
  bucket: Bucket,
  version: AgingVersion,
  kind: 'expire' | 'remove',
): Promise<Partial<LifecycleRun>> {
  const answer = await parts.metadata.write(deletionOf(parts, bucket, version, kind))
  if (answer.kind !== 'deleted' || !answer.existed) return {}
  const isForGood = kind === 'remove' || !answer.isDeleteMarker
  return { expired: 1, expiredBytes: isForGood ? version.size : 0 }
}

function deletionOf(
  { clock, settings }: ExpireParts,
  bucket: Bucket,
  { key, versionId, sequence, standing }: AgingVersion,
  kind: 'expire' | 'remove',
): ObjectDelete {
  const now = clock.now()
  return {
    kind: 'delete',
    bucketId: bucket.id,
    key,
    ...(kind === 'remove' && { versionId }),
    ownerId: bucket.configuration.acl.owner,
    conditions: { ifSequence: sequence, ...(standing.kind === 'noncurrent' && { ifNoncurrent: true }) },
    announcement: announce(bucket, {
      key,
      names: { removed: 'LifecycleExpiration:Delete', marked: 'LifecycleExpiration:DeleteMarkerCreated' },
      // What a lifecycle does is not replicated.
      isReplica: true,
    }),
    now,
    trashAfter: now + settings.trashMs,
  }
}

import { announce } from '../events/announcement.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { requireAllowed } from '../policy/authorise.ts'
import { decide } from '../policy/decide.ts'
import { ownerOf } from '../policy/owner.ts'
import { checkVersionId } from './version-id.ts'
import { accepted } from './write-refusal.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import { actionOn, type ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'
import type { WriteConditions } from './object-write.ts'

export interface Deletion extends Omit<ObjectRef, 'bucket'> {
  readonly conditions?: WriteConditions | undefined
}

/** What a removal is told as. */
const removals = { removed: 'ObjectRemoved:Delete', marked: 'ObjectRemoved:DeleteMarkerCreated' } as const

interface DeleteOptions {
  /** Asks that retention in governance mode be passed over. */
  readonly bypassesGovernance?: boolean | undefined
}

/** What a deletion has done. */
export interface Deleted {
  /** Of the version that was named, or of the delete marker that was made; undefined where the bucket has never been versioned. */
  readonly versionId: string | undefined
  /** Whether that version is, or was, a delete marker. */
  readonly isDeleteMarker: boolean
}

/** What became of one of many deletions. */
export interface DeletionResult {
  readonly deletion: Deletion
  readonly outcome: Deleted | S3Error
}

/**
 * Removes an object, in a versioned bucket by a delete marker, or a version for good; what does not exist is removed already. Throws
 * AccessDenied for a version under object lock. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export const deleteObject =
  (parts: Parts) =>
  async (
    caller: Caller,
    { bucket: name, ...object }: ObjectRef,
    { conditions, ...options }: DeleteOptions & Pick<Deletion, 'conditions'> = {},
  ): Promise<Deleted> => {
    const bucket = await getBucket(parts, caller, name)
    return (await remover(parts, caller, bucket, options))({ ...object, conditions })
  }

/** Removes many; each succeeds or fails alone. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const deleteObjects =
  (parts: Parts) =>
  async (
    caller: Caller,
    bucketName: string,
    deletions: readonly Deletion[],
    options: DeleteOptions = {},
  ): Promise<readonly DeletionResult[]> => {
    const bucket = await getBucket(parts, caller, bucketName)
    const remove = await remover(parts, caller, bucket, options)
    return Promise.all(
      deletions.map(async (deletion) => {
        try {
          return { deletion, outcome: await remove(deletion) }
        } catch (error) {
          if (error instanceof S3Error) return { deletion, outcome: error }
          throw error
        }
      }),
    )
  }

/** Removes for one caller what it may remove; to bypass governance counts only for who may. */
async function remover(
  parts: Parts,
  caller: Caller,
  bucket: Bucket,
  { bypassesGovernance = false }: DeleteOptions,
): Promise<(deletion: Deletion) => Promise<Deleted>> {
  const ownerId = await ownerOf(parts, caller, bucket)
  return async ({ key, versionId, conditions }) => {
    const resource = { bucket, key, versionId }
    requireAllowed(caller, actionOn(resource, 's3:DeleteObject'), resource)
    const mayBypass =
      bypassesGovernance && decide(caller, 's3:BypassGovernanceRetention', resource) === 'allow'
    if (versionId !== undefined) checkVersionId(versionId)
    const now = parts.clock.now()
    const announcement = announce(bucket, { caller, key, names: removals })
    const answer = await parts.metadata.write({
      kind: 'delete',
      bucketId: bucket.id,
      key,
      ...(versionId !== undefined && { versionId }),
      ownerId,
      ...(mayBypass && { bypassesGovernance: true }),
      ...(conditions && { conditions }),
      announcement,
      now,
      trashAfter: now + parts.settings.trashMs,
    })
    return accepted('deleted', answer, { bucket: bucket.name, key })
  }
}

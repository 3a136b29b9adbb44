import { discardAnnotations, duplicateAnnotations } from '../annotations/copy-annotations.ts'
import { announce, pendingReplication } from '../events/announcement.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { lockOfNew } from '../buckets/object-lock-configuration.ts'
import { requireAllowed } from '../policy/authorise.ts'
import { S3Error } from '../errors.ts'
import { placeOf } from './blob-place.ts'
import { checkStored } from './check-stored.ts'
import { copyContent, type CopiedContent } from './copy-content.ts'
import { discardContent } from './duplicate-content.ts'
import { getVersion } from './get-version.ts'
import { checkAllConditions, type ReadConditions } from './read-conditions.ts'
import { isUnchanged } from './is-unchanged.ts'
import { rereadOnce } from './reread.ts'
import { sameEncryption } from './same-encryption.ts'
import { accepted } from './write-refusal.ts'
import type { StoredAnnotation } from '../annotations/annotation.ts'
import type { Annotated } from '../annotations/annotation-bytes.ts'
import { rememberedMs, type KnownRename } from './known-rename.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { LazySignal, MetadataTransaction } from '../ports.ts'
import type { ObjectPut } from './object-write.ts'
import type { ObjectRef } from './object-ref.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

export interface RenameOptions {
  /** In the same bucket. */
  readonly sourceKey: string
  readonly sourceConditions?: ReadConditions | undefined
  readonly targetConditions?: ReadConditions | undefined
  /** Kept with the rename, for a client that asks again. */
  readonly record?: KnownRename | undefined
  readonly signal: LazySignal
}

interface Renaming {
  readonly caller: Caller
  readonly bucket: Bucket
  readonly source: ObjectVersion
  /** For the object under its new key. */
  readonly annotations: readonly StoredAnnotation[]
  readonly targetKey: string
  readonly options: RenameOptions
}

/**
 * Moves an object to another key, in place of what is there; all that belongs to it stays as it is. Nobody sees both, or neither. Throws
 * PreconditionFailed, and OperationAborted when the source changes meanwhile. https://docs.aws.amazon.com/AmazonS3/latest/API/API_RenameObject.html
 */
export const renameObject =
  (parts: Parts) =>
  async (caller: Caller, target: ObjectRef, options: RenameOptions): Promise<void> => {
    const { sourceKey: key, sourceConditions, signal } = options
    const bucket = await getBucket(parts, caller, target.bucket)
    if (key === target.key)
      throw new S3Error('InvalidRequest', { message: 'The object has that key already.' })
    const duplicate = async () => {
      const sourceRef = { bucket: target.bucket, key, versionId: undefined }
      const { version: source } = await getVersion(parts, caller, sourceRef, {
        withData: true,
        action: 's3:GetObject',
      })
      requireAllowed(caller, 's3:DeleteObject', { bucket, key, version: source })
      if (sourceConditions) checkAllConditions(sourceConditions, source, 'x-amz-rename-source-')
      const { contentType } = source.attributes
      const access = { caller, customerKey: undefined }
      await checkStored(parts, source, { bucket, key: target.key, contentType, access })
      const copied = await copyContent(parts, source, {
        bucket,
        key: target.key,
        place: placeOf(bucket, { key: target.key, contentType, storageClass: source.storageClass }),
        checksumAlgorithm: undefined,
        encryption: sameEncryption(source.attributes.encryption),
        access,
        signal,
      })
      const annotated = { caller, bucket, key: target.key, encryption: copied.encryption }
      const annotations = await annotationsOf(parts, source, annotated, options).catch(
        async (error: unknown) => {
          await discardContent(parts.blobs, copied.content)
          throw error
        },
      )
      return { source, copied, annotations }
    }
    const { source, copied, annotations } = await rereadOnce(duplicate)
    try {
      const renaming = { caller, bucket, source, annotations, targetKey: target.key, options }
      await parts.metadata.transaction((tx) => move(parts, tx, renaming, copied))
    } catch (error) {
      await discardContent(parts.blobs, copied.content)
      await discardAnnotations(parts.blobs, annotations)
      throw error
    }
  }

/** The source's annotations for the object under its new key. */
const annotationsOf = (
  parts: Parts,
  { sequence, key, attributes: { encryption } }: ObjectVersion,
  target: Annotated,
  { signal }: RenameOptions,
): Promise<readonly StoredAnnotation[]> =>
  duplicateAnnotations(parts, { ...target, sequence, key, encryption }, target, signal)

async function move(
  parts: Parts,
  tx: MetadataTransaction,
  renaming: Renaming,
  copied: CopiedContent,
): Promise<void> {
  const { caller, bucket, source, targetKey } = renaming
  if (!(await isUnchanged(parts, tx, source, renaming.annotations))) throw new S3Error('OperationAborted')
  checkTarget(await tx.findObject(bucket.id, targetKey), renaming)
  accepted('stored', await tx.write(putOf(parts, renaming, copied)), { bucket: bucket.name, key: targetKey })
  const now = parts.clock.now()
  const removed = await tx.write({
    kind: 'delete',
    bucketId: bucket.id,
    key: source.key,
    ownerId: source.ownerId,
    announcement: announce(bucket, {
      caller,
      key: source.key,
      names: { removed: 'ObjectRemoved:Delete', marked: 'ObjectRemoved:DeleteMarkerCreated' },
    }),
    now,
    trashAfter: now + parts.settings.trashMs,
  })
  const { record } = renaming.options
  if (record) await tx.putRename(bucket.id, record, now - rememberedMs)
  accepted('deleted', removed, { bucket: bucket.name, key: source.key })
}

function checkTarget(
  existing: ObjectVersion | undefined,
  { targetKey, options: { targetConditions } }: Renaming,
): void {
  if (!targetConditions) return
  if (existing) checkAllConditions(targetConditions, existing, '')
  else if (targetConditions.ifMatch !== undefined) {
    throw new S3Error('NoSuchKey', { detail: { Key: targetKey } })
  }
}

function putOf(
  parts: Parts,
  { caller, bucket, source, annotations, targetKey: key }: Renaming,
  copied: CopiedContent,
): ObjectPut {
  const { lock: _lock, replication: _replication, encryption: _encryption, ...kept } = source.attributes
  const names = { stored: 'ObjectCreated:Copy' } as const
  const announcement = announce(bucket, { caller, key, tags: kept.tags, names })
  const now = parts.clock.now()
  return {
    kind: 'put',
    bucketId: bucket.id,
    key,
    size: source.size,
    etag: copied.etag,
    ownerId: source.ownerId,
    storageClass: source.storageClass,
    attributes: {
      ...kept,
      ...lockOfNew(bucket, undefined, now),
      ...(copied.encryption && { encryption: copied.encryption }),
      ...pendingReplication(announcement),
    },
    content: copied.content,
    ...(bucket.versioning === 'off' && { frees: { objects: 1, bytes: source.size } }),
    ...(annotations.length > 0 && { annotations }),
    announcement,
    // A rename is no modification.
    now: source.lastModified,
    trashAfter: now + parts.settings.trashMs,
  }
}

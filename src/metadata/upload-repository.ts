import type { Knex } from 'knex'
import { trashChanges } from './trash-repository.ts'
import { usageChanges } from './usage-repository.ts'
import type { ObjectAttributes } from '../core/objects/object-version.ts'
import type { NewPart, NewUpload, Part, Upload, UploadCompletion } from '../core/uploads/upload.ts'

export interface UploadRow {
  id: string
  bucket_id: number
  key: string
  owner_id: string
  storage_class: string
  attributes: string
  checksum_algorithm: Upload['checksumAlgorithm'] | null
  checksum_type: Upload['checksumType'] | null
  created_at: number
  completion: string | null
}

interface PartRow {
  upload_id: string
  part_number: number
  bucket_id: number
  size: number
  etag: string
  blob_id: string
  checksum: string | null
  salt: string | null
  modified: number
}

export function uploadRepository(db: Knex) {
  const parts = (uploadId: string) =>
    db<PartRow>('parts').where({ upload_id: uploadId }).orderBy('part_number')
  return {
    /** Completed ones too. */
    find: async (bucketId: number, key: string, id: string): Promise<Upload | undefined> => {
      const row = await db<UploadRow>('uploads').where({ id, bucket_id: bucketId, key }).first()
      return row && uploadFrom(row)
    },
    listParts: async (
      uploadId: string,
      { after, limit }: { readonly after: number; readonly limit: number },
    ): Promise<readonly Part[]> => {
      return (await parts(uploadId).where('part_number', '>', after).limit(limit)).map(partFrom)
    },
    listAllParts: async (uploadId: string): Promise<readonly Part[]> => {
      return (await parts(uploadId)).map(partFrom)
    },
  }
}

export function uploadChanges(db: Knex) {
  const uploads = () => db<UploadRow>('uploads')
  const parts = () => db<PartRow>('parts')
  const trash = trashChanges(db)
  const usage = usageChanges(db)

  const dropParts = async (where: Partial<PartRow>, trashAfter: number, kept?: ReadonlySet<string>) => {
    const dropped = await parts().where(where).select('bucket_id', 'blob_id', 'size')
    const [first] = dropped
    if (!first) return
    const blobs = dropped.map(({ blob_id: id }) => id)
    await trash.add(kept ? blobs.filter((id) => !kept.has(id)) : blobs, trashAfter)
    await parts().where(where).delete()
    // They are of one upload, and so of one bucket.
    await usage.addPartBytes(first.bucket_id, -dropped.reduce((sum, { size }) => sum + size, 0))
  }
  return {
    create: async (upload: NewUpload) => {
      await uploads().insert({
        id: upload.id,
        bucket_id: upload.bucketId,
        key: upload.key,
        owner_id: upload.ownerId,
        storage_class: upload.storageClass,
        attributes: JSON.stringify(upload.attributes),
        checksum_algorithm: upload.checksumAlgorithm ?? null,
        checksum_type: upload.checksumType ?? null,
        created_at: upload.createdAt,
        completion: null,
      })
    },
    putPart: async (part: NewPart, trashAfter: number) => {
      await dropParts({ upload_id: part.uploadId, part_number: part.partNumber }, trashAfter)
      await parts().insert({
        upload_id: part.uploadId,
        part_number: part.partNumber,
        bucket_id: part.bucketId,
        size: part.size,
        etag: part.etag,
        blob_id: part.blobId,
        checksum: part.checksum ?? null,
        salt: part.salt ?? null,
        modified: part.lastModified,
      })
      await usage.addPartBytes(part.bucketId, part.size)
    },
    complete: async (
      { id }: Upload,
      {
        completion,
        used,
        trashAfter,
      }: {
        readonly completion: UploadCompletion
        readonly used: readonly Part[]
        readonly trashAfter: number
      },
    ) => {
      await uploads()
        .where({ id })
        .update({ completion: JSON.stringify(completion) })
      await dropParts({ upload_id: id }, trashAfter, new Set(used.map(({ blobId }) => blobId)))
    },
    abort: async (id: string, trashAfter: number) => {
      await dropParts({ upload_id: id }, trashAfter)
      await uploads().where({ id }).delete()
    },
    forgetCompleted: async ({ before, limit }: { readonly before: number; readonly limit: number }) => {
      const old = uploads().whereRaw(`completion ->> '$.completedAt' < ?`, [before]).select('id').limit(limit)
      return uploads().whereIn('id', old).delete()
    },
    abortAll: async (bucketId: number, trashAfter: number) => {
      const ids = (await uploads().where({ bucket_id: bucketId }).select('id')).map(({ id }) => id)
      for (const id of ids) await dropParts({ upload_id: id }, trashAfter)
      await uploads().where({ bucket_id: bucketId }).delete()
    },
  }
}

export const uploadFrom = (row: UploadRow): Upload => ({
  id: row.id,
  bucketId: row.bucket_id,
  key: row.key,
  ownerId: row.owner_id,
  storageClass: row.storage_class,
  attributes: JSON.parse(row.attributes) as ObjectAttributes,
  checksumAlgorithm: row.checksum_algorithm ?? undefined,
  checksumType: row.checksum_type ?? undefined,
  createdAt: row.created_at,
  completion: row.completion === null ? undefined : completionFrom(row.completion),
})

const completionFrom = (text: string): UploadCompletion => {
  type Optional = 'checksum' | 'versionId'
  const completion = JSON.parse(text) as Omit<UploadCompletion, Optional> & Partial<UploadCompletion>
  return { ...completion, checksum: completion.checksum, versionId: completion.versionId }
}

const partFrom = (row: PartRow): Part => ({
  partNumber: row.part_number,
  size: row.size,
  etag: row.etag,
  blobId: row.blob_id,
  checksum: row.checksum ?? undefined,
  salt: row.salt ?? undefined,
  lastModified: row.modified,
})

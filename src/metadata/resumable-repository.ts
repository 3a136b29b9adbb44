import type { Knex } from 'knex'
import type { ResumableChanges, ResumableReads, ResumableUpload } from '../core/resumable/resumable-upload.ts'

interface ResumableRow {
  id: string
  project_id: string
  bucket: string
  key: string
  upload_id: string
  size: number | null
  metadata: string
  is_complete: 0 | 1
  created_at: number
}

export const resumableRepository = (db: Knex): ResumableReads => ({
  find: async (projectId, id) => {
    const row = await db<ResumableRow>('resumable_uploads').where({ project_id: projectId, id }).first()
    return row && uploadFrom(row)
  },
  listOld: async ({ before, limit }) => {
    const old = db<ResumableRow>('resumable_uploads').where('created_at', '<', before)
    return (await old.orderBy('created_at').limit(limit)).map(uploadFrom)
  },
})

export function resumableChanges(db: Knex): ResumableChanges {
  const uploads = () => db<ResumableRow>('resumable_uploads')
  return {
    create: async (upload) => {
      await uploads().insert({
        id: upload.id,
        project_id: upload.projectId,
        bucket: upload.bucket,
        key: upload.key,
        upload_id: upload.uploadId,
        size: upload.size ?? null,
        metadata: JSON.stringify(upload.metadata),
        is_complete: upload.isComplete ? 1 : 0,
        created_at: upload.createdAt,
      })
    },
    setSize: async (id, size) => {
      await uploads().where({ id }).update({ size })
    },
    setComplete: async (id) => {
      await uploads().where({ id }).update({ is_complete: 1 })
    },
    remove: async (id) => {
      await uploads().where({ id }).delete()
    },
  }
}

const uploadFrom = (row: ResumableRow): ResumableUpload => ({
  id: row.id,
  projectId: row.project_id,
  bucket: row.bucket,
  key: row.key,
  uploadId: row.upload_id,
  size: row.size ?? undefined,
  metadata: JSON.parse(row.metadata) as ResumableUpload['metadata'],
  isComplete: row.is_complete === 1,
  createdAt: row.created_at,
})

import type { Knex } from 'knex'
import type { FileChanges, FileReads, StoredFile } from '../core/files/stored-file.ts'

interface FileRow {
  id: string
  project_id: string
  bucket: string
  object_name: string
  filename: string
  size: number
  content_type: string
  hash: string
  uploaded_at: number
}

export const fileRepository = (db: Knex): FileReads => ({
  find: async (projectId, id) => {
    const row = await db<FileRow>('files').where({ project_id: projectId, id }).first()
    return row && fileFrom(row)
  },
  list: async ({ projectId, hash, before, limit }) => {
    const files = db<FileRow>('files').where({ project_id: projectId })
    if (hash !== undefined) void files.where({ hash })
    if (before) void files.whereRaw('(uploaded_at, id) < (?, ?)', [before.uploadedAt, before.id])
    const order = [
      { column: 'uploaded_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]
    return (await files.orderBy(order).limit(limit)).map(fileFrom)
  },
})

export function fileChanges(db: Knex): FileChanges {
  const files = () => db<FileRow>('files')
  return {
    create: async (file) => {
      await files().insert({
        id: file.id,
        project_id: file.projectId,
        bucket: file.bucket,
        object_name: file.objectName,
        filename: file.filename,
        size: file.size,
        content_type: file.contentType,
        hash: file.hash,
        uploaded_at: file.uploadedAt,
      })
    },
    remove: async (id) => {
      await files().where({ id }).delete()
    },
  }
}

const fileFrom = (row: FileRow): StoredFile => ({
  id: row.id,
  projectId: row.project_id,
  bucket: row.bucket,
  objectName: row.object_name,
  filename: row.filename,
  size: row.size,
  contentType: row.content_type,
  hash: row.hash,
  uploadedAt: row.uploaded_at,
})

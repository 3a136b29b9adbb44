import { z } from 'zod'
import { bucketName, cursor, endpoint, fileName, moment, pageSize } from './endpoint.ts'

const fileSchema = z.object({
  id: z.uuid(),
  filename: z.string(),
  size: z.number(),
  content_type: z.string(),
  hash: z.string().describe('SHA-256 of the bytes, in hexadecimal.'),
  upload_date: moment,
  bucket: z.string(),
  object_name: z.string(),
  minio_object_name: z.string().describe('The same as object_name.'),
})

const identified = z.object({ id: z.uuid() })

export const fileEndpoints = {
  uploadFile: endpoint({
    method: 'post',
    path: '/files/upload',
    summary: 'Stores a file under an id of its own.',
    status: 201,
    access: 'key',
    input: z.object({ bucket: bucketName.optional() }),
    body: {
      type: 'multipart/form-data',
      form: z.object({
        bucket: bucketName.optional().describe('Comes before the file; a bucket for files otherwise.'),
        file: z.file(),
      }),
    },
    output: fileSchema,
  }),
  listFiles: endpoint({
    method: 'get',
    path: '/files',
    summary: 'Files, the newest first; with `hash` those of the same content.',
    status: 200,
    access: 'key',
    input: z.object({
      hash: z
        .string()
        .regex(/^[0-9a-fA-F]{64}$/)
        .toLowerCase()
        .optional(),
      limit: pageSize(100),
      cursor: cursor.optional(),
    }),
    output: z.object({ files: z.array(fileSchema), next_cursor: z.string().nullable() }),
  }),
  getFileInfo: endpoint({
    method: 'get',
    path: '/files/:id/info',
    summary: 'The facts of a file.',
    status: 200,
    access: 'key',
    input: identified,
    output: fileSchema,
  }),
  getFile: endpoint({
    method: 'get',
    path: '/files/:id',
    summary: 'The bytes of a file, or a range of them.',
    status: 200,
    access: 'key',
    input: z.looseObject({ ...identified.shape, download: fileName.optional() }),
  }),
  deleteFile: endpoint({
    method: 'delete',
    path: '/files/:id',
    summary: 'Deletes a file.',
    status: 204,
    access: 'key',
    input: identified,
    output: z.void(),
  }),
}

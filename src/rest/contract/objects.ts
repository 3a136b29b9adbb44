import { z } from 'zod'
import { bucketName, cursor, endpoint, fileName, moment, pageSize, success } from './endpoint.ts'

/** The fields of the upload form; all but `file` may stand in the query as well. */
export const uploadFields = z.object({
  bucket: bucketName,
  path: z.string().max(1024).optional().describe('Folder within the bucket.'),
  name: fileName.optional().describe('Name to store the file under; a unique one otherwise.'),
  keep_name: z.stringbool().optional().describe('Store files under their own names.'),
  public: z.stringbool().optional().describe('Let everybody read the file.'),
})

const uploaded = z.object({
  url: z.string().describe('Serves the file to everybody when it is public, otherwise with an API key.'),
  bucket: z.string(),
  file: z.string(),
  original_name: z.string(),
  size: z.number(),
  content_type: z.string(),
  etag: z.string(),
})

const named = z.object({ bucket: bucketName, file: fileName })

export const objectEndpoints = {
  upload: endpoint({
    method: 'post',
    path: '/upload',
    summary:
      'Stores files of a form. A file that comes before the field `bucket` is put aside until the form has ended.',
    status: 201,
    access: 'key',
    input: uploadFields.partial(),
    body: {
      type: 'multipart/form-data',
      form: uploadFields.extend({ file: z.file().describe('May come several times.') }),
    },
    output: z.object({ status: success, ...uploaded.shape, files: z.array(uploaded) }),
  }),
  getObject: endpoint({
    method: 'get',
    path: '/object',
    summary: 'The bytes of an object, or a range of them.',
    status: 200,
    access: 'key',
    input: z.looseObject({ ...named.shape, download: fileName.optional() }),
  }),
  deleteObject: endpoint({
    method: 'delete',
    path: '/object',
    summary: 'Deletes an object, named in a JSON body or in the query.',
    status: 200,
    access: 'key',
    input: named,
    body: { type: 'application/json' },
    output: z.object({ status: success }),
  }),
  listObjects: endpoint({
    method: 'get',
    path: '/list',
    summary: 'The files of a bucket by name, page by page.',
    status: 200,
    access: 'key',
    input: z.object({
      bucket: bucketName,
      prefix: z.string().max(1024).default(''),
      delimiter: z.string().max(1024).optional().describe('Groups what follows it into folders.'),
      limit: pageSize(1000),
      cursor: cursor.optional(),
    }),
    output: z.object({
      status: success,
      bucket: z.string(),
      files: z.array(
        z.object({
          file: z.string(),
          url: z.string(),
          size: z.number(),
          etag: z.string(),
          last_modified: moment,
        }),
      ),
      folders: z.array(z.string()),
      next_cursor: z.string().nullable(),
    }),
  }),
  getStored: endpoint({
    method: 'get',
    path: '/storage/:project/:bucket/*file',
    summary: 'A file by its address: to everybody when it is public, otherwise with an API key.',
    status: 200,
    access: 'anyone',
    input: z.looseObject({ project: z.string(), bucket: bucketName, download: fileName.optional() }),
  }),
}

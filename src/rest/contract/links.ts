import { z } from 'zod'
import { bucketName, cursor, endpoint, fileName, moment, pageSize, success } from './endpoint.ts'

/** A year. */
const maxSeconds = 31_536_000

const shown = z.object({ token: z.string().min(1).max(8192), expires: z.string() })

const linkSchema = z.object({
  id: z.uuid(),
  bucket: z.string(),
  file: z.string(),
  method: z.enum(['GET', 'PUT', 'POST']),
  single_use: z.boolean(),
  created_at: moment,
  expires_at: moment,
  used_at: moment.nullable(),
})

export const linkEndpoints = {
  sign: endpoint({
    method: 'post',
    path: '/sign',
    summary:
      'Makes a link that whoever has it may use until it expires: to download (GET), or to upload by PUT or with a form (POST).',
    status: 200,
    access: 'key',
    input: z.object({
      bucket: bucketName,
      file: fileName.describe(
        'Of an upload with a form it may end in a slash: then each file gets a unique name.',
      ),
      method: z.enum(['GET', 'PUT', 'POST']).default('GET'),
      expires_in: z.int().min(1).max(maxSeconds).default(3600).describe('In seconds.'),
      download: fileName.optional().describe('What the downloaded file is to be called.'),
      transform: z.string().max(1024).optional().describe('How an image is to come, as a query.'),
      single_use: z.boolean().default(false),
      shared: z.boolean().default(false).describe('Keeps the link on record, so that it can be revoked.'),
    }),
    body: { type: 'application/json' },
    output: z.object({
      status: success,
      url: z.string(),
      method: z.enum(['GET', 'PUT', 'POST']),
      token: z.string(),
      expires: z.number().describe('Seconds since 1970.'),
      id: z.uuid().nullable().describe('Of a link on record.'),
    }),
  }),
  getFileByLink: endpoint({
    method: 'get',
    path: '/get-file',
    summary: 'Downloads by a signed link.',
    status: 200,
    access: 'link',
    input: z.looseObject(shown.shape),
  }),
  putFileByLink: endpoint({
    method: 'put',
    path: '/put-file',
    summary: 'Uploads by a signed link; the body is the file.',
    status: 201,
    access: 'link',
    input: shown,
    body: { type: 'application/octet-stream' },
    output: z.object({
      status: success,
      url: z.string(),
      bucket: z.string(),
      file: z.string(),
      size: z.number(),
      etag: z.string(),
    }),
  }),
  postFileByLink: endpoint({
    method: 'post',
    path: '/post-file',
    summary: 'Uploads the file of a form by a signed link.',
    status: 201,
    access: 'link',
    input: shown,
    body: { type: 'multipart/form-data', form: z.object({ file: z.file() }) },
    output: z.object({
      status: success,
      url: z.string(),
      bucket: z.string(),
      file: z.string(),
      size: z.number(),
      etag: z.string(),
    }),
  }),
  listLinks: endpoint({
    method: 'get',
    path: '/links',
    summary: 'Links on record, the newest first.',
    status: 200,
    access: 'key',
    input: z.object({ limit: pageSize(100), cursor: cursor.optional() }),
    output: z.object({ status: success, links: z.array(linkSchema), next_cursor: z.string().nullable() }),
  }),
  revokeLink: endpoint({
    method: 'delete',
    path: '/links/:id',
    summary: 'Revokes a link on record.',
    status: 204,
    access: 'key',
    input: z.object({ id: z.uuid() }),
    output: z.void(),
  }),
}

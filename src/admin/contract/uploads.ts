import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { endpoint, moment, nothing } from './endpoint.ts'
import { objectHeaders, objectInput, pageInput, uploadInput } from './object-input.ts'

const partNumber = z.int().min(1).max(10_000)

const partSchema = z.object({
  partNumber: z.number(),
  size: z.number(),
  etag: z.string(),
  lastModified: moment,
})

const uploadSchema = z.object({ key: z.string(), uploadId: z.string(), createdAt: moment })

export const uploadEndpoints = {
  listUploads: endpoint({
    method: 'get',
    path: '/buckets/:name/uploads',
    summary: 'A page of the unfinished multipart uploads of a bucket, by key.',
    status: 200,
    access: viewers('project'),
    input: pageInput.omit({ delimiter: true }),
    output: z.object({ uploads: z.array(uploadSchema), next: z.string().nullable() }),
  }),
  createUpload: endpoint({
    method: 'post',
    path: '/buckets/:name/uploads',
    summary: 'Begins a multipart upload.',
    status: 201,
    access: projectAdmins('project'),
    input: objectInput.extend({
      contentType: objectHeaders.contentType,
      userMetadata: objectHeaders.userMetadata,
    }),
    output: z.object({ uploadId: z.string() }),
  }),
  signParts: endpoint({
    method: 'post',
    path: '/buckets/:name/uploads/parts',
    summary: 'URLs of the S3 port to which the parts of an upload are PUT, good for an hour.',
    status: 200,
    access: projectAdmins('project'),
    input: uploadInput.extend({ partNumbers: z.array(partNumber).min(1).max(100) }),
    output: z.object({
      urls: z.array(z.object({ partNumber: z.number(), url: z.string() })),
      expiresAt: moment,
    }),
  }),
  listParts: endpoint({
    method: 'get',
    path: '/buckets/:name/uploads/parts',
    summary: 'The parts of an upload that have arrived, at most 1,000; `next` goes on as `after`.',
    status: 200,
    access: viewers('project'),
    input: uploadInput.extend({ after: z.coerce.number().int().min(0).optional() }),
    output: z.object({ parts: z.array(partSchema), next: z.number().nullable() }),
  }),
  completeUpload: endpoint({
    method: 'post',
    path: '/buckets/:name/uploads/complete',
    summary: 'Makes an object of the parts of an upload.',
    status: 200,
    access: projectAdmins('project'),
    input: uploadInput.extend({
      parts: z
        .array(z.strictObject({ partNumber, etag: z.string() }))
        .min(1)
        .max(10_000),
    }),
    output: z.object({ key: z.string(), etag: z.string(), versionId: z.string().nullable() }),
  }),
  abortUpload: endpoint({
    method: 'post',
    path: '/buckets/:name/uploads/abort',
    summary: 'Gives an upload up and removes its parts.',
    status: 204,
    access: projectAdmins('project'),
    input: uploadInput,
    output: nothing,
  }),
}

import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { endpoint, moment, nothing } from './endpoint.ts'
import {
  bucketInput,
  objectHeaders,
  objectInput,
  objectKey,
  pageInput,
  versionInput,
} from './object-input.ts'

const tagSchema = z.strictObject({ key: z.string(), value: z.string() })
const retentionSchema = z.strictObject({ mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), until: moment })

const listedObjectSchema = z.object({
  key: z.string(),
  size: z.number(),
  /** Without quotes. */
  etag: z.string(),
  lastModified: moment,
  storageClass: z.string(),
})

const objectSchema = listedObjectSchema.extend({
  /** Null where the bucket has never been versioned. */
  versionId: z.string().nullable(),
  contentType: z.string().nullable(),
  cacheControl: z.string().nullable(),
  contentDisposition: z.string().nullable(),
  contentEncoding: z.string().nullable(),
  contentLanguage: z.string().nullable(),
  userMetadata: z.record(z.string(), z.string()),
  tags: z.array(tagSchema),
  checksum: z
    .object({ algorithm: z.string(), type: z.enum(['FULL_OBJECT', 'COMPOSITE']), value: z.string() })
    .nullable(),
  encryption: z
    .object({ algorithm: z.enum(['AES256', 'aws:kms', 'customer']), keyArn: z.string().nullable() })
    .nullable(),
  retention: retentionSchema.nullable(),
  /** Null where nothing has been said of it. */
  legalHold: z.boolean().nullable(),
  replicationStatus: z.enum(['PENDING', 'COMPLETED', 'FAILED', 'REPLICA']).nullable(),
  /** Of an archived object: until when it can be read. */
  restoredUntil: moment.nullable(),
  /** Of a multipart object; otherwise null. */
  parts: z.number().nullable(),
})

const deletionInput = z.strictObject({ key: z.string().min(1), versionId: z.string().optional() })

export const objectEndpoints = {
  listObjects: endpoint({
    method: 'get',
    path: '/buckets/:name/objects',
    summary: 'A page of the objects of a bucket by key, and what keys have in common up to a delimiter.',
    status: 200,
    access: viewers('project'),
    input: pageInput,
    output: z.object({
      prefixes: z.array(z.string()),
      objects: z.array(listedObjectSchema),
      next: z.string().nullable(),
    }),
  }),
  describeObject: endpoint({
    method: 'get',
    path: '/buckets/:name/object',
    summary: 'All that is known of an object, or of one of its versions, but its bytes.',
    status: 200,
    access: viewers('project'),
    input: versionInput,
    output: objectSchema,
  }),
  setObjectMetadata: endpoint({
    method: 'post',
    path: '/buckets/:name/object/metadata',
    summary:
      'Replaces the headers and the user metadata of an object by a copy in its place; tags, encryption and storage class stay.',
    status: 200,
    access: projectAdmins('project'),
    input: objectInput.extend(objectHeaders),
    output: objectSchema,
  }),
  setObjectTags: endpoint({
    method: 'post',
    path: '/buckets/:name/object/tags',
    summary: 'Replaces the tags of an object, or of one of its versions; none removes them.',
    status: 204,
    access: projectAdmins('project'),
    input: versionInput.extend({ tags: z.array(tagSchema) }),
    output: nothing,
  }),
  setStorageClass: endpoint({
    method: 'post',
    path: '/buckets/:name/object/storage-class',
    summary: 'Gives an object another storage class by a copy in its place.',
    status: 200,
    access: projectAdmins('project'),
    input: objectInput.extend({ storageClass: z.string() }),
    output: objectSchema,
  }),
  setRetention: endpoint({
    method: 'post',
    path: '/buckets/:name/object/retention',
    summary: 'Keeps a version until a moment; null ends it, where its mode and `bypassGovernance` let it.',
    status: 204,
    access: projectAdmins('project'),
    input: versionInput.extend({
      retention: retentionSchema.nullable(),
      bypassGovernance: z.boolean().optional(),
    }),
    output: nothing,
  }),
  setLegalHold: endpoint({
    method: 'post',
    path: '/buckets/:name/object/legal-hold',
    summary: 'Keeps a version until the hold is taken away.',
    status: 204,
    access: projectAdmins('project'),
    input: versionInput.extend({ isOn: z.boolean() }),
    output: nothing,
  }),
  deleteObjects: endpoint({
    method: 'post',
    path: '/buckets/:name/objects/delete',
    summary:
      'Deletes up to 1,000 objects, each by a marker where versions are kept; named versions go for good, markers too, which brings the object back.',
    status: 200,
    access: projectAdmins('project'),
    input: bucketInput.extend({
      objects: z.array(deletionInput).min(1).max(1000),
      bypassGovernance: z.boolean().optional(),
    }),
    output: z.object({
      deleted: z.array(
        z.object({
          key: z.string(),
          /** The one that was named. */
          versionId: z.string().nullable(),
          /** Of the marker that was made, or that is gone. */
          deleteMarkerVersionId: z.string().nullable(),
        }),
      ),
      errors: z.array(
        z.object({
          key: z.string(),
          versionId: z.string().nullable(),
          code: z.string(),
          message: z.string(),
        }),
      ),
    }),
  }),
  presignObject: endpoint({
    method: 'post',
    path: '/buckets/:name/presign',
    summary:
      'A URL of the S3 port that lets whoever has it read or write one object, for a while; viewers get it for reading, for up to an hour.',
    status: 200,
    access: viewers('project'),
    input: versionInput.extend({
      method: z.enum(['GET', 'PUT']),
      expiresInSeconds: z.int().min(1).max(604_800),
      /** The name under which browsers save what they get. */
      download: z.string().min(1).max(255).optional(),
      /** Of a PUT: the Content-Type header that has to come with it. Of a GET: the one that is answered. */
      contentType: objectHeaders.contentType,
    }),
    output: z.object({ url: z.string(), expiresAt: moment }),
  }),
  presignUploads: endpoint({
    method: 'post',
    path: '/buckets/:name/presign-uploads',
    summary: 'URLs of the S3 port to which whole objects are PUT, one for each key, good for an hour.',
    status: 200,
    access: projectAdmins('project'),
    input: bucketInput.extend({
      files: z
        .array(
          z.object({
            key: objectKey,
            /** The Content-Type header that has to come with it. */
            contentType: objectHeaders.contentType,
          }),
        )
        .min(1)
        .max(100),
    }),
    output: z.object({ urls: z.array(z.object({ key: z.string(), url: z.string(), expiresAt: moment })) }),
  }),
}

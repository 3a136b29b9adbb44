import { getBucketAcl, putBucketAcl } from './buckets/bucket-acl.ts'
import { deleteBucketCors, getBucketCors, putBucketCors } from './buckets/bucket-cors.ts'
import { createBucket } from './buckets/create-bucket.ts'
import { deleteBucket } from './buckets/delete-bucket.ts'
import { listBuckets } from './buckets/list-buckets.ts'
import { listBucketsWithUsage } from './buckets/list-with-usage.ts'
import { getBucket } from './buckets/get-bucket.ts'
import { deleteAccessKey, setAccessKeyStatus } from './credentials/change-access-key.ts'
import { createAccessKey } from './credentials/create-access-key.ts'
import { ensureRoot } from './credentials/ensure-root.ts'
import { findSigner } from './credentials/find-signer.ts'
import { forgetCompletedUploads } from './maintenance/forget-completed-uploads.ts'
import { sweepOrphans, sweepTrash } from './maintenance/sweep.ts'
import { verify } from './maintenance/verify.ts'
import { copyObject } from './objects/copy-object.ts'
import { deleteObject, deleteObjects } from './objects/delete-object.ts'
import { describeObject } from './objects/describe-object.ts'
import { listObjects } from './objects/list-objects.ts'
import { getObjectAcl, putObjectAcl } from './objects/object-acl.ts'
import { findObject, openObject } from './objects/open-object.ts'
import { deleteTags, putTags } from './objects/put-tags.ts'
import { putObject } from './objects/put-object.ts'
import { authorise } from './policy/authorise.ts'
import { abortUpload } from './uploads/abort-upload.ts'
import { completeUpload } from './uploads/complete-upload.ts'
import { copyPart } from './uploads/copy-part.ts'
import { createUpload } from './uploads/create-upload.ts'
import { listParts, listUploads } from './uploads/list-uploads.ts'
import { putPart } from './uploads/put-part.ts'
import { createProject } from './projects/create-project.ts'
import { deleteProject } from './projects/delete-project.ts'
import { getProject } from './projects/get-project.ts'
import type { Caller } from './caller.ts'
import type { Parts } from './parts.ts'

/** All that the store can do, made of its parts; the faces call nothing else. */
export const createCore = (parts: Parts) => ({
  settings: parts.settings,
  catalog: parts.metadata.catalog,
  clock: parts.clock,
  authorise: authorise(parts),
  credentials: {
    findSigner: findSigner(parts),
    ensureRoot: ensureRoot(parts),
    create: createAccessKey(parts),
    setStatus: setAccessKeyStatus(parts),
    delete: deleteAccessKey(parts),
    list: async (projectName: string) =>
      parts.metadata.listAccessKeys((await getProject(parts.metadata.catalog, projectName)).id),
  },
  projects: {
    create: createProject(parts),
    delete: deleteProject(parts),
    list: () => parts.metadata.listProjects(),
  },
  buckets: {
    create: createBucket(parts),
    get: (caller: Caller, name: string) => getBucket(parts, caller, name),
    delete: deleteBucket(parts),
    getAcl: getBucketAcl(parts),
    putAcl: putBucketAcl(parts),
    getCors: getBucketCors(parts),
    putCors: putBucketCors(parts),
    deleteCors: deleteBucketCors(parts),
    list: listBuckets(parts),
    listWithUsage: listBucketsWithUsage(parts),
  },
  objects: {
    put: putObject(parts),
    describe: describeObject(parts),
    find: findObject(parts),
    open: openObject(parts),
    copy: copyObject(parts),
    delete: deleteObject(parts),
    deleteMany: deleteObjects(parts),
    list: listObjects(parts),
    putTags: putTags(parts),
    deleteTags: deleteTags(parts),
    getAcl: getObjectAcl(parts),
    putAcl: putObjectAcl(parts),
  },
  uploads: {
    create: createUpload(parts),
    putPart: putPart(parts),
    copyPart: copyPart(parts),
    listParts: listParts(parts),
    list: listUploads(parts),
    complete: completeUpload(parts),
    abort: abortUpload(parts),
  },
  maintenance: {
    sweepTrash: sweepTrash(parts),
    sweepOrphans: sweepOrphans(parts),
    forgetCompletedUploads: forgetCompletedUploads(parts),
    verify: verify(parts),
  },
})

export type Core = ReturnType<typeof createCore>

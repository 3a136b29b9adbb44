import { deleteAnnotation } from './annotations/delete-annotation.ts'
import { getAnnotation, listAnnotations } from './annotations/get-annotation.ts'
import { putAnnotation } from './annotations/put-annotation.ts'
import { getAbac, putAbac } from './buckets/bucket-abac.ts'
import { getAcceleration, putAcceleration } from './buckets/bucket-acceleration.ts'
import { checkAnalytics } from './buckets/analytics.ts'
import { getBucketAcl, putBucketAcl } from './buckets/bucket-acl.ts'
import {
  deleteBucketEncryption,
  getBucketEncryption,
  putBucketEncryption,
} from './buckets/bucket-encryption.ts'
import { deleteBucketCors, getBucketCors, putBucketCors } from './buckets/bucket-cors.ts'
import { deleteBucketLifecycle, getBucketLifecycle, putBucketLifecycle } from './buckets/bucket-lifecycle.ts'
import {
  deleteBucketReplication,
  getBucketReplication,
  putBucketReplication,
} from './buckets/bucket-replication.ts'
import { getBucketLogging, putBucketLogging } from './buckets/bucket-logging.ts'
import { getBucketNotifications, putBucketNotifications } from './buckets/bucket-notifications.ts'
import { deleteBucketTags, getBucketTags, putBucketTags } from './buckets/bucket-tags.ts'
import { deleteBucketWebsite, getBucketWebsite, putBucketWebsite } from './buckets/bucket-website.ts'
import {
  deleteBucketPolicy,
  getBucketPolicy,
  getBucketPolicyStatus,
  putBucketPolicy,
} from './buckets/bucket-policy.ts'
import {
  deleteOwnershipControls,
  getOwnershipControls,
  putOwnershipControls,
} from './buckets/bucket-ownership-controls.ts'
import {
  deletePublicAccessBlock,
  getPublicAccessBlock,
  putPublicAccessBlock,
} from './buckets/bucket-public-access-block.ts'
import { createBucket } from './buckets/create-bucket.ts'
import { deleteBucket } from './buckets/delete-bucket.ts'
import { listBuckets } from './buckets/list-buckets.ts'
import { listBucketsWithUsage } from './buckets/list-with-usage.ts'
import { getBucket } from './buckets/get-bucket.ts'
import { checkIntelligentTiering } from './buckets/intelligent-tiering.ts'
import { checkInventory } from './buckets/inventory.ts'
import { checkMetrics } from './buckets/metrics.ts'
import { namedConfigurations } from './buckets/named-configurations.ts'
import { getRequestPayment, putRequestPayment } from './buckets/bucket-request-payment.ts'
import { deleteAccessKey, setAccessKeyStatus } from './credentials/change-access-key.ts'
import { createAccessKey } from './credentials/create-access-key.ts'
import { ensureRoot } from './credentials/ensure-root.ts'
import { createKmsKey, listKmsKeys, rotateKmsKey, setKmsKeyStatus } from './encryption/kms-keys.ts'
import { updateObjectEncryption } from './encryption/update-encryption.ts'
import { deliverEvents } from './events/deliver-events.ts'
import { dropEvents, listEvents, replayEvents } from './events/manage-events.ts'
import { findSigner } from './credentials/find-signer.ts'
import { logWriter } from './logging/log-writer.ts'
import { forgetCompletedUploads } from './maintenance/forget-completed-uploads.ts'
import { makeRoom, sweepOrphans, sweepTrash } from './maintenance/sweep.ts'
import { verify } from './maintenance/verify.ts'
import { runLifecycle } from './lifecycle/run-lifecycle.ts'
import { appendObject } from './objects/append-object.ts'
import { copyObject } from './objects/copy-object.ts'
import { putBucketVersioning } from './buckets/bucket-versioning.ts'
import { getObjectLockConfiguration, putObjectLockConfiguration } from './buckets/bucket-object-lock.ts'
import { getLegalHold, getRetention, putLegalHold, putRetention } from './objects/change-lock.ts'
import { listVersions } from './objects/list-versions.ts'
import { deleteObject, deleteObjects } from './objects/delete-object.ts'
import { describeObject } from './objects/describe-object.ts'
import { listObjects } from './objects/list-objects.ts'
import { getObjectAcl, putObjectAcl } from './objects/object-acl.ts'
import { findObject, openObject } from './objects/open-object.ts'
import { deleteTags, putTags } from './objects/put-tags.ts'
import { putObject } from './objects/put-object.ts'
import { renameOnce } from './objects/rename-once.ts'
import { restoreObject } from './objects/restore-object.ts'
import { authorise } from './policy/authorise.ts'
import { abortUpload } from './uploads/abort-upload.ts'
import { completeUpload } from './uploads/complete-upload.ts'
import { copyPart } from './uploads/copy-part.ts'
import { createUpload } from './uploads/create-upload.ts'
import { listParts, listUploads } from './uploads/list-uploads.ts'
import { putPart } from './uploads/put-part.ts'
import { reportInventories } from './inventory/report-inventories.ts'
import { replicateExisting } from './replication/replicate-existing.ts'
import { giveUpReplica, replicate } from './replication/replicate.ts'
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
  kmsKeys: {
    create: createKmsKey(parts),
    list: listKmsKeys(parts),
    setStatus: setKmsKeyStatus(parts),
    rotate: rotateKmsKey(parts),
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
    getPolicy: getBucketPolicy(parts),
    getPolicyStatus: getBucketPolicyStatus(parts),
    putPolicy: putBucketPolicy(parts),
    deletePolicy: deleteBucketPolicy(parts),
    getPublicAccessBlock: getPublicAccessBlock(parts),
    putPublicAccessBlock: putPublicAccessBlock(parts),
    deletePublicAccessBlock: deletePublicAccessBlock(parts),
    getOwnershipControls: getOwnershipControls(parts),
    putOwnershipControls: putOwnershipControls(parts),
    deleteOwnershipControls: deleteOwnershipControls(parts),
    getCors: getBucketCors(parts),
    putCors: putBucketCors(parts),
    putVersioning: putBucketVersioning(parts),
    getObjectLock: getObjectLockConfiguration(parts),
    putObjectLock: putObjectLockConfiguration(parts),
    deleteCors: deleteBucketCors(parts),
    getEncryption: getBucketEncryption(parts),
    putEncryption: putBucketEncryption(parts),
    deleteEncryption: deleteBucketEncryption(parts),
    getLifecycle: getBucketLifecycle(parts),
    putLifecycle: putBucketLifecycle(parts),
    deleteLifecycle: deleteBucketLifecycle(parts),
    getReplication: getBucketReplication(parts),
    putReplication: putBucketReplication(parts),
    deleteReplication: deleteBucketReplication(parts),
    getLogging: getBucketLogging(parts),
    putLogging: putBucketLogging(parts),
    getNotifications: getBucketNotifications(parts),
    putNotifications: putBucketNotifications(parts),
    getTags: getBucketTags(parts),
    putTags: putBucketTags(parts),
    deleteTags: deleteBucketTags(parts),
    getWebsite: getBucketWebsite(parts),
    putWebsite: putBucketWebsite(parts),
    deleteWebsite: deleteBucketWebsite(parts),
    getRequestPayment: getRequestPayment(parts),
    putRequestPayment: putRequestPayment(parts),
    getAcceleration: getAcceleration(parts),
    putAcceleration: putAcceleration(parts),
    getAbac: getAbac(parts),
    putAbac: putAbac(parts),
    analytics: namedConfigurations(parts, 'analytics', checkAnalytics),
    intelligentTiering: namedConfigurations(parts, 'intelligentTiering', checkIntelligentTiering),
    inventory: namedConfigurations(parts, 'inventory', checkInventory),
    reportInventories: reportInventories(parts),
    metrics: namedConfigurations(parts, 'metrics', checkMetrics),
    list: listBuckets(parts),
    listWithUsage: listBucketsWithUsage(parts),
  },
  objects: {
    put: putObject(parts),
    append: appendObject(parts),
    describe: describeObject(parts),
    find: findObject(parts),
    open: openObject(parts),
    copy: copyObject(parts),
    rename: renameOnce(parts),
    delete: deleteObject(parts),
    deleteMany: deleteObjects(parts),
    list: listObjects(parts),
    listVersions: listVersions(parts),
    getRetention: getRetention(parts),
    putRetention: putRetention(parts),
    getLegalHold: getLegalHold(parts),
    putLegalHold: putLegalHold(parts),
    putTags: putTags(parts),
    deleteTags: deleteTags(parts),
    restore: restoreObject(parts),
    getAcl: getObjectAcl(parts),
    putAcl: putObjectAcl(parts),
    updateEncryption: updateObjectEncryption(parts),
  },
  annotations: {
    put: putAnnotation(parts),
    get: getAnnotation(parts),
    list: listAnnotations(parts),
    delete: deleteAnnotation(parts),
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
  logs: logWriter(parts),
  replication: {
    replicate: replicate(parts),
    giveUp: giveUpReplica(parts),
    orderExisting: replicateExisting(parts),
  },
  events: {
    deliver: deliverEvents(parts),
    list: listEvents(parts),
    replay: replayEvents(parts),
    drop: dropEvents(parts),
    backlogs: () => parts.metadata.outbox.backlogs(),
  },
  maintenance: {
    sweepTrash: sweepTrash(parts),
    makeRoom: makeRoom(parts),
    sweepOrphans: sweepOrphans(parts),
    forgetCompletedUploads: forgetCompletedUploads(parts),
    verify: verify(parts),
    runLifecycle: runLifecycle(parts),
  },
})

export type Core = ReturnType<typeof createCore>

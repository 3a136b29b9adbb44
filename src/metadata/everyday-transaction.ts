import type { Knex } from 'knex'
import { accessKeyChanges, accessKeyRepository } from './access-key-repository.ts'
import { accessKeyUseChanges } from './access-key-uses.ts'
import { annotationChanges } from './annotation-repository.ts'
import { apiKeyChanges } from './api-key-repository.ts'
import { auditChanges } from './audit-repository.ts'
import { bucketChanges, bucketRepository } from './bucket-repository.ts'
import { derivedChanges } from './derived-repository.ts'
import { bucketQuotas } from './bucket-quotas.ts'
import { eventChanges } from './event-outbox.ts'
import { fileChanges } from './file-repository.ts'
import { iamChanges } from './iam-repository.ts'
import { kmsKeyChanges, kmsKeyRepository } from './kms-key-repository.ts'
import { linkChanges } from './link-repository.ts'
import { namedBlobs } from './named-blobs.ts'
import { operatorChanges } from './operator-repository.ts'
import { objectJobChanges } from './object-job-repository.ts'
import { projectChanges, projectRepository } from './project-repository.ts'
import { projectDeletionChanges } from './project-deletions.ts'
import { renameChanges } from './rename-repository.ts'
import { restRecords } from './rest-records.ts'
import { resumableChanges } from './resumable-repository.ts'
import { storedObjects } from './stored-objects.ts'
import { trashChanges } from './trash-repository.ts'
import { uploadChanges, uploadRepository } from './upload-repository.ts'
import { versionMoves } from './version-moves.ts'
import { usageChanges } from './usage-repository.ts'
import type { NoteChange } from './catalog-changes.ts'
import type { WriteAnswer } from '../core/objects/object-write.ts'
import type { WriteRequest } from '../core/objects/evaluate-writes.ts'
import type { MetadataTransaction } from '../core/ports.ts'
import type { Sealer } from '../lib/seal.ts'

interface TransactionParts {
  /** The connection on which the transaction is open. */
  readonly db: Knex
  readonly sealer: Sealer
  readonly note: NoteChange
  readonly apply: (requests: readonly WriteRequest[]) => Promise<readonly WriteAnswer[]>
}

/** What the core may do within a transaction. */
export const everydayTransaction = (parts: TransactionParts): MetadataTransaction => ({
  operators: operatorChanges(parts.db, parts.sealer),
  audit: auditChanges(parts.db),
  ...catalogWork(parts),
  ...keyRingWork(parts),
  ...objectWork(parts),
  ...uploadWork(parts),
  ...restWork(parts),
})

function catalogWork({ db, sealer, note }: TransactionParts) {
  const projects = projectChanges(db, note)
  const keys = accessKeyChanges(db, sealer, note)
  const keyReads = accessKeyRepository(db, sealer)
  const apiKeys = apiKeyChanges(db, sealer, note)
  const iam = iamChanges(db, note)
  const buckets = bucketChanges(db, note)
  const uploads = uploadChanges(db)
  const bucketReads = bucketRepository(db)
  return {
    keyUses: accessKeyUseChanges(db),
    deletions: projectDeletionChanges(db),
    objectJobs: objectJobChanges(db),
    apiKeys,
    iam,
    createProject: projects.create,
    putProject: projects.put,
    deleteProject: async (id: string) => {
      await keys.removeOfProject(id)
      await apiKeys.removeOfProject(id)
      await restRecords(db).removeOfProject(id)
      await iam.removeOfProject(id)
      await projects.remove(id)
    },
    countBuckets: bucketReads.countOfProject,
    findProjectByName: projectRepository(db).findByName,
    createAccessKey: keys.create,
    setAccessKeyExpiry: keys.setExpiry,
    setAccessKeyStatus: keys.setStatus,
    deleteAccessKey: keys.remove,
    findAccessKey: keyReads.find,
    listAccessKeys: keyReads.list,
    findBucket: bucketReads.find,
    createBucket: buckets.create,
    putBucketConfiguration: buckets.configure,
    allowances: bucketQuotas(db),
    setBucketQuota: buckets.setQuota,
    setBucketVersioning: buckets.setVersioning,
    deleteBucket: async (bucketId: number, trashAfter: number) => {
      await uploads.abortAll(bucketId, trashAfter)
      await buckets.remove(bucketId)
    },
  } satisfies Partial<MetadataTransaction>
}

function keyRingWork({ db, sealer, note }: TransactionParts) {
  const reads = kmsKeyRepository(db, sealer)
  const changes = kmsKeyChanges(db, sealer, note)
  return {
    createKmsKey: changes.create,
    setKmsKeyStatus: changes.setStatus,
    rotateKmsKey: changes.rotate,
    findKmsKey: reads.find,
    findKmsAlias: reads.findByAlias,
  } satisfies Partial<MetadataTransaction>
}

function objectWork({ db, apply }: TransactionParts) {
  const objects = storedObjects(db)
  const annotations = annotationChanges(db)
  return {
    derived: derivedChanges(db),
    bucketHasObjects: objects.exist,
    findObject: objects.find,
    findVersion: objects.findVersion,
    putObjectAttributes: objects.putAttributes,
    countOtherAnnotations: annotations.countOthers,
    putAnnotation: annotations.put,
    removeAnnotation: annotations.remove,
    putRename: renameChanges(db).put,
    moveVersion: versionMoves(db).move,
    write: async (request: WriteRequest) => {
      const [answer] = await apply([request])
      if (!answer) throw new Error('A write got no answer.')
      return answer
    },
    appendEvents: eventChanges(db).append,
    trash: trashChanges(db).add,
    namedBlobs: namedBlobs(db).named,
    recountUsage: usageChanges(db).recount,
  } satisfies Partial<MetadataTransaction>
}

function uploadWork({ db }: TransactionParts) {
  const reads = uploadRepository(db)
  const uploads = uploadChanges(db)
  return {
    createUpload: uploads.create,
    findUpload: reads.find,
    listAllParts: reads.listAllParts,
    putPart: uploads.putPart,
    completeUpload: (upload, completion, used, trashAfter) =>
      uploads.complete(upload, { completion, used, trashAfter }),
    abortUpload: uploads.abort,
    forgetCompletedUploads: uploads.forgetCompleted,
  } satisfies Partial<MetadataTransaction>
}

const restWork = ({ db }: TransactionParts) =>
  ({
    links: linkChanges(db),
    files: fileChanges(db),
    resumable: resumableChanges(db),
  }) satisfies Partial<MetadataTransaction>

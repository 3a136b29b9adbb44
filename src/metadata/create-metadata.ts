import { accessKeyRepository } from './access-key-repository.ts'
import { accessKeyUses } from './access-key-uses.ts'
import { annotationRepository } from './annotation-repository.ts'
import { apiKeyRepository } from './api-key-repository.ts'
import { auditRepository } from './audit-repository.ts'
import { openAgingScan } from './aging-scan.ts'
import { bucketQuotas } from './bucket-quotas.ts'
import { bucketRepository } from './bucket-repository.ts'
import { noteChanges, type CatalogEntry } from './catalog-changes.ts'
import { openCatalog } from './catalog.ts'
import { openDerivedReads } from './derived-repository.ts'
import { everydayTransaction } from './everyday-transaction.ts'
import { eventOutbox } from './event-outbox.ts'
import { fileRepository } from './file-repository.ts'
import { linkRepository } from './link-repository.ts'
import { openListing } from './listing.ts'
import { iamRepository } from './iam-repository.ts'
import { kmsKeyRepository } from './kms-key-repository.ts'
import { namedBlobs } from './named-blobs.ts'
import { operatorRepository } from './operator-repository.ts'
import { objectJobRepository } from './object-job-repository.ts'
import { projectRepository } from './project-repository.ts'
import { projectDeletions } from './project-deletions.ts'
import { renameRepository } from './rename-repository.ts'
import { resumableRepository } from './resumable-repository.ts'
import { openObjectParts } from './stored-objects.ts'
import { trashChanges, trashRepository } from './trash-repository.ts'
import { uploadListing } from './upload-listing.ts'
import { uploadRepository } from './upload-repository.ts'
import { usageRepository } from './usage-repository.ts'
import { openVersionListing } from './version-listing.ts'
import { openVersionReads } from './version-reads.ts'
import type { Database } from './database.ts'
import type { ObjectReads } from './object-reads.ts'
import type { WriteQueue } from './write-queue.ts'
import type { Metadata, MetadataTransaction } from '../core/ports.ts'
import type { Sealer } from '../lib/seal.ts'

interface MetadataParts {
  /** Closed with the metadata. */
  readonly database: Database
  /** Of the secrets of access keys and of the key ring's material. */
  readonly sealer: Sealer
  readonly reads: ObjectReads
  readonly writeQueue: WriteQueue
  /** Whether other processes change the same database. */
  readonly shared?: boolean
}

/** Assembles the metadata port from the hot path's reads and writes and the everyday repositories. */
export async function createMetadata(parts: MetadataParts): Promise<Metadata> {
  const { database, sealer, reads, writeQueue, shared = false } = parts
  const { reader, lister, writer } = database
  const catalog = await openCatalog({ reader, sealer, shared })

  const transaction = async <T>(work: (tx: MetadataTransaction) => Promise<T>): Promise<T> => {
    const noted: CatalogEntry[] = []
    const note = noteChanges(writer.knex, noted)
    try {
      return await writeQueue.exclusive((apply) =>
        work(everydayTransaction({ db: writer.knex, sealer, note, apply })),
      )
    } finally {
      catalog.drop(noted)
    }
  }
  return {
    ...everydayReads(lister.knex, sealer),
    catalog,
    outbox: eventOutbox({
      reader: lister.knex,
      writer: writer.knex,
      exclusive: (work) => writeQueue.exclusive(work),
    }),
    derived: await openDerivedReads(reader, lister.knex),
    findObject: reads.findObject,
    ...(await openVersionReads(reader)),
    listObjectParts: await openObjectParts(reader),
    write: (request) => writeQueue.write(request),
    list: await openListing(lister),
    ...(await openAgingScan(lister)),
    listVersions: await openVersionListing(lister),
    forgetTrash: (blobIds) => writeQueue.exclusive(() => trashChanges(writer.knex).forget(blobIds)),
    transaction,
    close: () => database.close(),
  }
}

function everydayReads(db: Database['lister']['knex'], sealer: Sealer) {
  const uploads = uploadRepository(db)
  const blobs = namedBlobs(db)
  const annotations = annotationRepository(db)
  const usage = usageRepository(db)
  return {
    keyUses: accessKeyUses(db),
    deletions: projectDeletions(db),
    objectJobs: objectJobRepository(db),
    operators: operatorRepository(db, sealer),
    audit: auditRepository(db),
    apiKeys: apiKeyRepository(db, sealer),
    links: linkRepository(db),
    files: fileRepository(db),
    resumable: resumableRepository(db),
    iam: iamRepository(db),
    listBuckets: bucketRepository(db).list,
    listProjects: projectRepository(db).list,
    listAccessKeys: accessKeyRepository(db, sealer).list,
    listKmsKeys: kmsKeyRepository(db, sealer).list,
    findAnnotation: annotations.find,
    listAnnotations: annotations.list,
    findRename: renameRepository(db).find,
    findUpload: uploads.find,
    listParts: uploads.listParts,
    listUploads: uploadListing(db),
    findUsage: usage.find,
    projectUsage: usage.ofProjects,
    allowances: bucketQuotas(db),
    auditUsage: usage.audit,
    listTrash: trashRepository(db).list,
    namedBlobs: blobs.named,
    usedBlobs: blobs.used,
    countNamedBlobs: blobs.count,
    listNamedBlobs: blobs.list,
  } satisfies Partial<Metadata>
}

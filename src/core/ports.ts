import type { Readable } from 'node:stream'
import type { AuditChanges, AuditReads } from './audit/audit-entry.ts'
import type { Annotation, AnnotationQuery, StoredAnnotation } from './annotations/annotation.ts'
import type { AccessKey, AccessKeyOwner } from './credentials/access-key.ts'
import type { ApiKey } from './api-keys/api-key.ts'
import type { ApiKeyChanges, ApiKeyReads } from './api-keys/api-key-store.ts'
import type { FileChanges, FileReads } from './files/stored-file.ts'
import type { LinkChanges, LinkReads } from './links/link-store.ts'
import type { ResumableChanges, ResumableReads } from './resumable/resumable-upload.ts'
import type { KeyUseChanges, KeyUses } from './credentials/key-uses.ts'
import type { Bucket, BucketConfiguration, NewBucket, Versioning } from './buckets/bucket.ts'
import type { KnownRename } from './objects/known-rename.ts'
import type { NewContent, ObjectDelete, ObjectPut, WriteAnswer } from './objects/object-write.ts'
import type { ListedPage, ListQuery, VersionPage, VersionQuery } from './objects/list-query.ts'
import type { ObjectAttributes, ObjectPart, ObjectVersion } from './objects/object-version.ts'
import type { ObjectJobChanges, ObjectJobs } from './object-jobs/object-job.ts'
import type { DerivedChanges, DerivedReads } from './derived/derived.ts'
import type { Encryption } from './encryption/encryption.ts'
import type { AgingPage, AgingQuery, AgingRest, AgingRow } from './lifecycle/aging-version.ts'
import type { KmsKey } from './encryption/kms-key.ts'
import type { NewEvent, Outbox } from './events/outbox.ts'
import type { OperatorChanges, OperatorReads } from './operators/operator-store.ts'
import type { DeletionChanges, Deletions } from './projects/deletion.ts'
import type { IamChanges, IamReads } from './iam/iam-records.ts'
import type { Identity } from './iam/identity.ts'
import type { Project } from './projects/project.ts'
import type { Allowance } from './usage/allowance.ts'
import type { Quota } from './usage/quota.ts'
import type { NewPart, NewUpload, Part, Upload, UploadPage, UploadQuery } from './uploads/upload.ts'
import type { ProjectUsage, Usage, UsageAudit } from './usage/usage.ts'
import type { DigestClaims } from './objects/digest-claims.ts'
import type { ChecksumAlgorithm } from '../lib/checksum.ts'

/** Makes its signal when it is first asked for: an AbortController costs more than a small object's look-up. */
export type LazySignal = () => AbortSignal

/** The bytes of an upload as they arrive, decoded from any transfer coding of the protocol. */
export interface UploadBody {
  /** Bytes after decoding; undefined when the client did not declare it. */
  readonly size: number | undefined
  /** Checksums that the client announced, to be computed on the way. */
  readonly algorithms: readonly ChecksumAlgorithm[]
  /** The whole body in one buffer; only for a declared size that fits in memory. Either this or `stream` is called, once. */
  readonly readAll: () => Promise<Buffer>
  /** The body chunk by chunk; rejects with S3Error when it breaks off or is not what was declared. */
  readonly stream: () => AsyncIterable<Buffer>
  /** What the client says the bytes hash to; complete once the bytes have been read (trailers come last). */
  readonly claims: () => DigestClaims
}

export interface BlobPlace {
  readonly projectId: string
  readonly bucket: string
  /** `[a-z0-9]{1,8}` or nothing. */
  readonly extension: string
  /** Decides in which store, where classes have stores of their own. */
  readonly storageClass?: string | undefined
}

export interface StoredBlob {
  readonly id: string
  /** In bytes. */
  readonly size: number
}

export interface ByteSlice {
  readonly start: number
  /** Inclusive, as in HTTP. */
  readonly end: number
}

/** Thrown by `BlobStore.read` and `copy` when the bytes are gone. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing'
  readonly id: string
  constructor(id: string) {
    super(`The blob ${id} is missing.`)
    this.id = id
  }
}

interface BlobWriteOptions {
  readonly signal?: AbortSignal | undefined
  /** Of the body in bytes, when it is known: one that cannot fit is refused before its first byte is asked for. */
  readonly size?: number | undefined
}

export interface BlobStore {
  /** Durable once the promise resolves; leaves nothing behind when it rejects. The id is the blob's path relative to the store: project/bucket/xx/uuid.ext */
  write(body: AsyncIterable<Buffer>, place: BlobPlace, options?: BlobWriteOptions): Promise<StoredBlob>
  /** A second blob with the same bytes, without moving them where the store can (hard link, server-side copy). */
  copy(id: string, place: BlobPlace): Promise<StoredBlob>
  /** Rejects with BlobMissing before any byte when the blob is gone. */
  read(id: string, slice?: ByteSlice): Promise<Readable>
  /** A slice at once, for one that fits in memory; rejects as `read` does. */
  readBytes(id: string, slice: ByteSlice): Promise<Buffer>
  /** Succeeds when the blob is already gone, so that a collector may repeat it. */
  remove(id: string): Promise<void>
  /** In bytes; undefined when the blob is gone. */
  size(id: string): Promise<number | undefined>
  /** When the blob was made or last written to, whichever came later, in milliseconds since 1970; undefined when it is gone. */
  storedAt(id: string): Promise<number | undefined>
  ids(): AsyncIterable<string>
}

/** The room that a disk has for new bytes. */
export interface Room {
  /** Whether so many more bytes fit; those of a claim that does count as used. A promise only when the disk has to be asked. */
  claim(bytes: number): boolean | Promise<boolean>
  /** Whether so many would fit at this moment; claims nothing. */
  has(bytes: number): boolean | Promise<boolean>
}

/** What every request needs to know before it acts; small, read often, cached in the process. */
export interface Catalog {
  /** Afterwards the catalog answers with everything committed before the call, by any process. Free with one process. */
  refresh(): Promise<void> | undefined
  findAccessKey(id: string): Promise<AccessKey | undefined>
  findApiKey(id: string): Promise<ApiKey | undefined>
  findProject(id: string): Promise<Project | undefined>
  findProjectByName(name: string): Promise<Project | undefined>
  findProjectByCanonicalId(canonicalId: string): Promise<Project | undefined>
  findBucket(namespace: string, name: string): Promise<Bucket | undefined>
  findKmsKey(id: string): Promise<KmsKey | undefined>
  findKmsAlias(projectId: string, alias: string): Promise<KmsKey | undefined>
  /** A user or a role, by its id. */
  findIdentity(id: string): Promise<Identity | undefined>
  /** By its name in any case. */
  findRole(projectId: string, name: string): Promise<Identity | undefined>
}

export interface Metadata {
  readonly catalog: Catalog
  readonly iam: IamReads
  readonly outbox: Outbox
  readonly derived: DerivedReads
  readonly apiKeys: ApiKeyReads
  readonly links: LinkReads
  readonly files: FileReads
  readonly resumable: ResumableReads
  readonly operators: OperatorReads
  readonly audit: AuditReads
  readonly keyUses: KeyUses
  readonly deletions: Deletions
  readonly objectJobs: ObjectJobs
  /** The live version of a key; with its bytes when they are kept inline and asked for. */
  findObject(
    bucketId: number,
    key: string,
    options: { readonly withData: boolean },
  ): Promise<ObjectVersion | undefined>
  /** A version by its id, current or not, a delete marker too; with its bytes when they are kept inline and asked for. */
  findVersion(
    bucketId: number,
    key: string,
    options: { readonly versionId: string; readonly withData: boolean },
  ): Promise<ObjectVersion | undefined>
  /** The delete marker that is a key's current version. */
  findDeleteMarker(bucketId: number, key: string): Promise<ObjectVersion | undefined>
  /** The parts of a completed multipart object, in order. */
  listObjectParts(sequence: number): Promise<readonly ObjectPart[]>
  /** By the sequence of its version and its name; with its bytes when they are kept inline. */
  findAnnotation(sequence: number, name: string): Promise<StoredAnnotation | undefined>
  /** By name, in the order of UTF-8 bytes. */
  listAnnotations(query: AnnotationQuery): Promise<readonly Annotation[]>
  /** By its client's token. */
  findRename(bucketId: number, token: string): Promise<KnownRename | undefined>
  /** Committed durably, in the order of calls on a key, once the promise resolves. */
  write(request: ObjectPut | ObjectDelete): Promise<WriteAnswer>
  list(query: ListQuery): Promise<ListedPage>
  listVersions(query: VersionQuery): Promise<VersionPage>
  /** A page of a bucket's live objects by key: of those that are looked at, the ones last written before a moment (milliseconds since 1970). */
  agingObjects(query: AgingQuery, writtenBefore: number): Promise<AgingPage<AgingRow>>
  /** A page of all other versions by key, the newest of a key first. */
  agingRest(query: AgingQuery): Promise<AgingPage<AgingRest>>
  listBuckets(query: BucketQuery): Promise<readonly Bucket[]>
  listProjects(): Promise<readonly Project[]>
  /** Oldest first; all of the project, or only those of one user or (`userId` undefined) of its root. */
  listAccessKeys(projectId: string, owner?: AccessKeyOwner): Promise<readonly AccessKey[]>
  listKmsKeys(projectId: string): Promise<readonly KmsKey[]>
  findUpload(bucketId: number, key: string, uploadId: string): Promise<Upload | undefined>
  listParts(
    uploadId: string,
    query: { readonly after: number; readonly limit: number },
  ): Promise<readonly Part[]>
  listUploads(query: UploadQuery): Promise<UploadPage>
  findUsage(bucketId: number): Promise<Usage>
  /** The quotas that bind a bucket, its own and its project's, with what is used of them. */
  allowances(bucketId: number): Promise<readonly Allowance[]>
  /** By the project's id; of all that have buckets, or of one. */
  projectUsage(projectId?: string): Promise<ReadonlyMap<string, ProjectUsage>>
  /** What is on record beside what the bucket's rows add up to, both of one moment. */
  auditUsage(bucketId: number): Promise<UsageAudit>
  /** Blobs whose time has come, oldest first. */
  listTrash(query: { readonly before: number; readonly limit: number }): Promise<readonly string[]>
  forgetTrash(blobIds: readonly string[]): Promise<void>
  /** Which of these blobs a row names: an object, a part, an annotation, a form of an object or the trash. */
  namedBlobs(blobIds: readonly string[]): Promise<ReadonlySet<string>>
  /** The same without the trash. */
  usedBlobs(blobIds: readonly string[]): Promise<ReadonlySet<string>>
  countNamedBlobs(): Promise<number>
  /** Every blob that an object, a part or an annotation names, in pages by an opaque cursor. */
  listNamedBlobs(query: { readonly after: string; readonly limit: number }): Promise<readonly NamedBlob[]>
  /** Runs alone among the writes of this process; all of it is committed, or nothing when `work` rejects. */
  transaction<T>(work: (tx: MetadataTransaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A blob and the row that names it; `cursor` continues the walk behind it. */
export interface NamedBlob {
  readonly blobId: string
  readonly size: number
  /** Of the part, when the object has parts. */
  readonly etag: string
  readonly bucketId: number
  readonly key: string
  /** Of the object's version; undefined for a part of an unfinished upload. */
  readonly versionId: string | undefined
  /** The part's upload, when the blob belongs to an unfinished one. */
  readonly uploadId: string | undefined
  /** The name of the version's annotation that the blob holds. */
  readonly annotation: string | undefined
  readonly encryption: Encryption | undefined
  /** See `ObjectPart`. */
  readonly salt: string | undefined
  readonly cursor: string
}

export interface BucketQuery {
  readonly projectId?: string
  readonly prefix?: string
  readonly region?: string
  /** Buckets behind this one: by name in byte order, those of one name by their namespace. */
  readonly after?: Pick<Bucket, 'name' | 'namespace'>
  readonly limit: number
}

/** What can be changed in a transaction. The write of objects itself goes through the same rules as the batched one. */
export interface MetadataTransaction {
  readonly iam: IamChanges
  readonly derived: DerivedChanges
  readonly apiKeys: ApiKeyChanges
  readonly links: LinkChanges
  readonly files: FileChanges
  readonly resumable: ResumableChanges
  readonly operators: OperatorChanges
  readonly audit: AuditChanges
  readonly keyUses: KeyUseChanges
  readonly deletions: DeletionChanges
  readonly objectJobs: ObjectJobChanges
  createProject(project: Project): Promise<void>
  /** Replaces what is known of it; its id says which. */
  putProject(project: Project): Promise<void>
  deleteProject(id: string): Promise<void>
  countBuckets(projectId: string): Promise<number>
  createAccessKey(key: AccessKey): Promise<void>
  setAccessKeyExpiry(id: string, expiresAt: number): Promise<void>
  setAccessKeyStatus(id: string, status: AccessKey['status']): Promise<void>
  deleteAccessKey(id: string): Promise<void>
  findAccessKey(id: string): Promise<AccessKey | undefined>
  listAccessKeys(projectId: string, owner: AccessKeyOwner): Promise<readonly AccessKey[]>
  createKmsKey(key: KmsKey): Promise<void>
  setKmsKeyStatus(id: string, status: KmsKey['status']): Promise<void>
  /** Adds the material that wraps from now on. */
  rotateKmsKey(id: string, material: Buffer): Promise<void>
  findKmsKey(id: string): Promise<KmsKey | undefined>
  findKmsAlias(projectId: string, alias: string): Promise<KmsKey | undefined>
  findProjectByName(name: string): Promise<Project | undefined>
  findBucket(namespace: string, name: string): Promise<Bucket | undefined>
  createBucket(bucket: NewBucket): Promise<Bucket>
  /** True when the bucket holds an object or a version. */
  bucketHasObjects(bucketId: number): Promise<boolean>
  /** Also aborts the bucket's unfinished uploads: their blobs go to the trash. */
  deleteBucket(bucketId: number, trashAfter: number): Promise<void>
  putBucketConfiguration(bucketId: number, configuration: BucketConfiguration): Promise<void>
  allowances(bucketId: number): Promise<readonly Allowance[]>
  setBucketQuota(bucketId: number, quota: Quota | undefined): Promise<void>
  setBucketVersioning(bucketId: number, versioning: Versioning): Promise<void>
  findObject(bucketId: number, key: string): Promise<ObjectVersion | undefined>
  /** A version by its id, current or not, a delete marker too. */
  findVersion(bucketId: number, key: string, versionId: string): Promise<ObjectVersion | undefined>
  /** Replaces the attributes (tags, ACL, …) of a stored version, found by its sequence. */
  putObjectAttributes(version: ObjectVersion, attributes: ObjectAttributes): Promise<void>
  /** How many annotations a version has under other names. */
  countOtherAnnotations(sequence: number, name: string): Promise<number>
  /** Replaces the version's annotation of the same name, whose blob goes to the trash. */
  putAnnotation(version: ObjectVersion, annotation: StoredAnnotation, trashAfter: number): Promise<void>
  /** False when there was none. */
  removeAnnotation(sequence: number, name: string, trashAfter: number): Promise<boolean>
  /** Puts a stored version into another storage class, and its bytes where `content` says; what it leaves goes to the trash. False when it is not what it was any more. */
  moveVersion(
    version: ObjectVersion,
    to: { readonly storageClass: string; readonly content: NewContent | undefined },
    trashAfter: number,
  ): Promise<boolean>
  write(request: ObjectPut | ObjectDelete): Promise<WriteAnswer>
  /** Remembers a rename, and forgets all that are older than a moment (milliseconds since 1970). */
  putRename(bucketId: number, rename: KnownRename, forgetBefore: number): Promise<void>
  /** Puts events into the outbox. */
  appendEvents(events: readonly NewEvent[]): Promise<void>
  createUpload(upload: NewUpload): Promise<void>
  findUpload(bucketId: number, key: string, uploadId: string): Promise<Upload | undefined>
  listAllParts(uploadId: string): Promise<readonly Part[]>
  /** Replaces the part of the same number, whose blob goes to the trash. */
  putPart(part: NewPart, trashAfter: number): Promise<void>
  /** Keeps the row, without its parts, so that a repeated completion gets the same answer; parts not in `used` go to the trash. */
  completeUpload(
    upload: Upload,
    completion: NonNullable<Upload['completion']>,
    used: readonly Part[],
    trashAfter: number,
  ): Promise<void>
  /** Forgets the upload and its parts, whose blobs go to the trash. */
  abortUpload(uploadId: string, trashAfter: number): Promise<void>
  trash(blobIds: readonly string[], notBefore: number): Promise<void>
  namedBlobs(blobIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Puts on record what the bucket's rows add up to. */
  recountUsage(bucketId: number): Promise<void>
  /** At most `limit` of those completed before a moment (milliseconds since 1970); returns how many went. */
  forgetCompletedUploads(query: { readonly before: number; readonly limit: number }): Promise<number>
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
}

export interface Ids {
  uuid(): string
  /** `bytes` random bytes in hexadecimal. */
  hex(bytes: number): string
  accessKeyId(): string
  temporaryKeyId(): string
  /** Of IAM: four letters that tell the kind, and 17 more. */
  entityId(prefix: string): string
  secretKey(): string
}

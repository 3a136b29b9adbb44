import type { Acl } from '../policy/acl.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import type { Encryption } from '../encryption/encryption.ts'
import type { ObjectLock } from './object-lock.ts'

/** One version of an object, as stored. */
export interface ObjectVersion {
  readonly bucketId: number
  readonly key: string
  /** Allotted in the transaction of the write; orders versions, and unique over the store. */
  readonly sequence: number
  /** 'null' for what was written while the bucket had no versioning; see `shownVersionId`. */
  readonly versionId: string
  /** Says that the key was deleted at this point; it has neither bytes nor attributes. */
  readonly isDeleteMarker: boolean
  readonly size: number
  /** Hexadecimal, with `-N` for N parts, without quotes. */
  readonly etag: string
  /** Milliseconds since 1970. */
  readonly lastModified: number
  /** Canonical id of the project that wrote it. */
  readonly ownerId: string
  readonly storageClass: string
  readonly attributes: ObjectAttributes
  readonly content: Content
}

/** Where the bytes are. */
export type Content =
  /** In the database; `data` only when it was asked for. */
  | { readonly kind: 'inline'; readonly data: Buffer | undefined }
  | { readonly kind: 'blob'; readonly blobId: string }
  /** In the blobs of the parts of a completed upload; see `Metadata.listObjectParts`. */
  | { readonly kind: 'parts'; readonly count: number }

/** What a client says of an object beside its bytes. Absent members were not given. */
export interface ObjectAttributes {
  readonly contentType?: string
  readonly cacheControl?: string
  readonly contentDisposition?: string
  readonly contentEncoding?: string
  readonly contentLanguage?: string
  /** Verbatim, as sent. */
  readonly expires?: string
  readonly websiteRedirectLocation?: string
  /** User metadata: lower-case names without `x-amz-meta-`, decoded values. */
  readonly userMetadata?: Readonly<Record<string, string>>
  readonly tags?: Tags
  /** Absent: private to the owner. */
  readonly acl?: Acl
  readonly checksum?: Checksum
  /** Absent: the bytes at rest are the bytes themselves. */
  readonly encryption?: Encryption
  readonly lock?: ObjectLock
  /** Of an archived object that was restored: until when it can be read, in milliseconds since 1970. */
  readonly restoredUntil?: number
  /** Of an object that a rule of replication is about, or that is a copy itself. */
  readonly replication?: Replication
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-status.html */
export interface Replication {
  readonly status: 'PENDING' | 'COMPLETED' | 'FAILED' | 'REPLICA'
  /** ARNs of the buckets that have no copy yet. */
  readonly waitsFor?: readonly string[]
  /** Of a copy: the version that it was made of. */
  readonly copyOf?: string
}

export type Tags = readonly Tag[]
interface Tag {
  readonly key: string
  readonly value: string
}

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm
  readonly type: 'FULL_OBJECT' | 'COMPOSITE'
  /** Base64; of a composite one with `-N` for N parts. */
  readonly value: string
}

export interface ObjectPart {
  readonly partNumber: number
  readonly size: number
  readonly etag: string
  readonly blobId: string
  /** Base64, of the object's checksum algorithm. */
  readonly checksum: string | undefined
  /** Of encrypted bytes; see `partKey`. */
  readonly salt?: string | undefined
}

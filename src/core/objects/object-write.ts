import type { StoredAnnotation } from '../annotations/annotation.ts'
import type { Announcement } from '../events/announcement.ts'
import type { ErrorCode, ErrorDetail } from '../errors.ts'
import type { Growth } from '../usage/allowance.ts'
import type { ObjectAttributes, ObjectPart } from './object-version.ts'

/** Conditions on the current version, or the one that a delete names, at the moment of the write; several must all hold. Entity tags without quotes. */
export interface WriteConditions {
  readonly ifMatch?: readonly string[] | '*'
  readonly ifNoneMatch?: readonly string[] | '*'
  /** Of a conditional delete: milliseconds since 1970, compared to the second. */
  readonly ifLastModified?: number
  /** Of a conditional delete, in bytes. */
  readonly ifSize?: number
  /** That it is this very version. */
  readonly ifSequence?: number
  /** Of a delete that names a version: that another one is the newest. */
  readonly ifNoncurrent?: boolean
}

export type NewContent =
  | { readonly kind: 'inline'; readonly data: Buffer }
  | { readonly kind: 'blob'; readonly blobId: string }
  | { readonly kind: 'parts'; readonly parts: readonly ObjectPart[] }

/** Says that an object goes on behind the bytes of the version that is there: it takes its place, its parts and its annotations. */
export interface Extension {
  /** Of that version; undefined: there is none yet. */
  readonly sequence: number | undefined
  /** Its size in bytes. */
  readonly offset: number
}

/** A write as plain data, so that it can cross to another process. */
export interface ObjectPut {
  readonly kind: 'put'
  readonly bucketId: number
  readonly key: string
  readonly size: number
  readonly etag: string
  readonly ownerId: string
  readonly storageClass: string
  readonly attributes: ObjectAttributes
  readonly content: NewContent
  /** Come with the object; most have none. */
  readonly annotations?: readonly StoredAnnotation[]
  /** Of an append. */
  readonly extends?: Extension
  /** What the same transaction drops behind it, and is on record until then: the parts of an upload, the source of a rename. */
  readonly frees?: Growth
  readonly conditions?: WriteConditions
  /** Who hears of it; absent for most. */
  readonly announcement?: Announcement | undefined
  /** Milliseconds since 1970, the clock at the request; the commit never goes back behind the key's last one. */
  readonly now: number
  /** When blobs that this write replaces may be removed: milliseconds since 1970. */
  readonly trashAfter: number
}

export interface ObjectDelete {
  readonly kind: 'delete'
  readonly bucketId: number
  readonly key: string
  /** Removes this version for good. Without it the key is deleted: in a versioned bucket by a delete marker on top of its versions. */
  readonly versionId?: string
  /** Canonical id of who deletes: the owner of the delete marker. */
  readonly ownerId: string
  /** Whether retention in governance mode does not count; to be set only for who may bypass it. */
  readonly bypassesGovernance?: boolean
  readonly conditions?: WriteConditions
  readonly announcement?: Announcement | undefined
  readonly now: number
  readonly trashAfter: number
}

export type WriteAnswer = Stored | Deleted | Refused

interface Stored {
  readonly kind: 'stored'
  readonly sequence: number
  /** Undefined unless the bucket keeps versions at the moment: S3 does not tell the null version's here. */
  readonly versionId: string | undefined
  /** Milliseconds since 1970. */
  readonly lastModified: number
}

interface Deleted {
  readonly kind: 'deleted'
  readonly existed: boolean
  /** Of the version that was named, or of the delete marker that was made. */
  readonly versionId: string | undefined
  /** Whether that version is, or was, a delete marker. */
  readonly isDeleteMarker: boolean
}

interface Refused {
  readonly kind: 'refused'
  readonly code: ErrorCode
  readonly message?: string
  readonly detail?: ErrorDetail
}

import type { ErrorCode, ErrorDetail } from '../errors.ts'
import type { ObjectAttributes, ObjectPart } from './object-version.ts'

/** Conditions on the current version at the moment of the write; several must all hold. Entity tags without quotes. */
export interface WriteConditions {
  readonly ifMatch?: readonly string[] | '*'
  readonly ifNoneMatch?: readonly string[] | '*'
  /** Of a conditional delete: milliseconds since 1970, compared to the second. */
  readonly ifLastModified?: number
  /** Of a conditional delete, in bytes. */
  readonly ifSize?: number
}

export type NewContent =
  | { readonly kind: 'inline'; readonly data: Buffer }
  | { readonly kind: 'blob'; readonly blobId: string }
  | { readonly kind: 'parts'; readonly parts: readonly ObjectPart[] }

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
  readonly conditions?: WriteConditions
  /** Milliseconds since 1970, the clock at the request; the commit never goes back behind the key's last one. */
  readonly now: number
  /** When blobs that this write replaces may be removed: milliseconds since 1970. */
  readonly trashAfter: number
}

export interface ObjectDelete {
  readonly kind: 'delete'
  readonly bucketId: number
  readonly key: string
  readonly versionId?: string
  readonly conditions?: WriteConditions
  readonly now: number
  readonly trashAfter: number
}

export type WriteAnswer =
  | {
      readonly kind: 'stored'
      readonly sequence: number
      readonly versionId: string
      readonly lastModified: number
    }
  | { readonly kind: 'deleted'; readonly existed: boolean }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail?: ErrorDetail }

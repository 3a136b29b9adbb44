import type { ObjectAttributes } from '../objects/object-version.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'

/** A multipart upload that has been created and not aborted. */
export interface Upload {
  readonly id: string
  readonly bucketId: number
  readonly key: string
  /** Canonical id of the project that created it. */
  readonly ownerId: string
  readonly storageClass: string
  readonly attributes: ObjectAttributes
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined
  readonly checksumType: 'FULL_OBJECT' | 'COMPOSITE' | undefined
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Set once it is completed: what a repeated completion is answered with. */
  readonly completion: UploadCompletion | undefined
}

export type NewUpload = Omit<Upload, 'completion'>

export interface UploadCompletion {
  readonly etag: string
  /** Undefined unless the bucket kept versions at that moment. */
  readonly versionId: string | undefined
  readonly sequence: number
  /** The part numbers and ETags that were asked for, to tell a repetition from another request. */
  readonly fingerprint: string
  readonly checksum: ObjectAttributes['checksum']
  readonly completedAt: number
}

export interface Part {
  readonly partNumber: number
  readonly size: number
  readonly etag: string
  readonly blobId: string
  /** Base64, of the upload's algorithm. */
  readonly checksum: string | undefined
  /** Milliseconds since 1970. */
  readonly lastModified: number
  /** Of encrypted bytes; see `partKey`. */
  readonly salt?: string | undefined
}

export interface NewPart extends Part {
  readonly uploadId: string
  readonly bucketId: number
}

/** Unfinished uploads of a bucket by key and age. */
export interface UploadQuery {
  readonly bucketId: number
  readonly prefix: string
  readonly delimiter: string | undefined
  /** Keys behind this one; with `uploadIdMarker` also later uploads of this very key. */
  readonly keyMarker: string
  readonly uploadIdMarker: string
  readonly limit: number
}

export interface UploadPage {
  readonly entries: readonly (Upload | { readonly commonPrefix: string })[]
  readonly isTruncated: boolean
}

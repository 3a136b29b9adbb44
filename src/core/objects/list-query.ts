/** One page of the live keys of a bucket in UTF-8 byte order. */
export interface ListQuery {
  readonly bucketId: number
  /** '' for all. */
  readonly prefix: string
  /** Undefined or '': no grouping. */
  readonly delimiter: string | undefined
  /** Keys and common prefixes behind this one; a marker inside a common prefix skips that whole prefix when it equals or starts with it. */
  readonly after: string | undefined
  /** Keys and common prefixes together. */
  readonly limit: number
}

export interface ListedPage {
  readonly entries: readonly ListedEntry[]
  readonly isTruncated: boolean
}

/** Rows in the order of the listing: an object, or the common prefix of many. */
export type ListedEntry = ListedObject | { readonly commonPrefix: string }

export interface ListedObject {
  readonly key: string
  readonly size: number
  readonly etag: string
  readonly lastModified: number
  readonly ownerId: string
  readonly storageClass: string
  readonly checksumAlgorithm: string | undefined
  readonly checksumType: string | undefined
}

/** One page of the versions and delete markers of a bucket, by key in UTF-8 byte order, the newest of a key first. */
export interface VersionQuery extends Omit<ListQuery, 'after'> {
  /** Keys and common prefixes behind this one; '' for all. */
  readonly keyMarker: string
  /** Also the versions of the marker's key that are older than this one. */
  readonly versionIdMarker: string | undefined
}

export interface VersionPage {
  readonly entries: readonly (ListedVersion | { readonly commonPrefix: string })[]
  readonly isTruncated: boolean
}

export interface ListedVersion extends ListedObject {
  readonly versionId: string
  readonly isLatest: boolean
  /** Then size, entity tag and storage class say nothing. */
  readonly isDeleteMarker: boolean
}

import type { ObjectLock } from '../objects/object-lock.ts'
import type { Tags } from '../objects/object-version.ts'

/** A version's row, as far as the rules look at it. Times are milliseconds since 1970, sizes bytes. */
export interface AgingRow {
  readonly key: string
  readonly sequence: number
  readonly versionId: string
  readonly isDeleteMarker: boolean
  readonly size: number
  readonly lastModified: number
  readonly storageClass: string
  readonly tags: Tags | undefined
  readonly lock: ObjectLock | undefined
}

export interface AgingVersion extends AgingRow {
  readonly standing: Standing
}

export type Standing =
  | {
      readonly kind: 'current'
      /** Of a delete marker: whether its key has no other version. */
      readonly isOnly?: boolean
    }
  | {
      readonly kind: 'noncurrent'
      /** When its successor was written. */
      readonly since: number
      /** Noncurrent versions between it and the current one, without delete markers. */
      readonly newerVersions: number
    }

/** What is asked for a page of a walk over a bucket's keys, in their order. */
export interface AgingQuery {
  readonly bucketId: number
  readonly prefix: string
  /** Where the last page ended. */
  readonly after: AgingPlace | undefined
  /** Rows that are looked at. */
  readonly limit: number
}

export interface AgingPlace {
  readonly key: string
  readonly sequence: number
}

export interface AgingPage<Row> {
  readonly rows: readonly Row[]
  /** Where the page ended; undefined when nothing comes behind it. */
  readonly end: AgingPlace | undefined
}

/** A version that is no live object, and when the live object of its key was written, if there is one. */
export interface AgingRest extends AgingRow {
  readonly liveSince: number | undefined
}

import type { ObjectFilter } from '../buckets/object-filter.ts'

/** What becomes of a bucket's objects as they age. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html */
export interface Lifecycle {
  readonly rules: readonly LifecycleRule[]
  readonly minimumSize: MinimumSize
}

/** Which classes objects below 128 KiB do not move to, unless a rule's filter names a size: any, or any but the archives. */
export type MinimumSize = 'all_storage_classes_128K' | 'varies_by_storage_class'

export interface LifecycleRule {
  readonly id: string
  readonly isEnabled: boolean
  /** How the client wrote the filter: as the rule's own old Prefix, as Filter, or as And within it. */
  readonly form: 'prefix' | 'filter' | 'and'
  readonly filter: LifecycleFilter
  readonly expiration?: Expiration | undefined
  readonly transitions: readonly Transition[]
  readonly noncurrentExpiration?: NoncurrentAge | undefined
  readonly noncurrentTransitions: readonly NoncurrentTransition[]
  /** Days from the beginning of a multipart upload that has not come to its end. */
  readonly abortDays?: number | undefined
}

/** Sizes in bytes, both exclusive. */
export interface LifecycleFilter extends ObjectFilter {
  readonly sizeGreaterThan?: number | undefined
  readonly sizeLessThan?: number | undefined
}

/** Days from the last modification, or a date in milliseconds since 1970. */
export type Timing = { readonly days: number } | { readonly date: number }

/** Of current versions; or only of delete markers that have no other version behind them. */
export type Expiration = Timing | { readonly expiredObjectDeleteMarker: boolean }

export type Transition = Timing & { readonly storageClass: string }

export interface NoncurrentAge {
  /** Days since a newer version took the place. */
  readonly days: number
  /** So many noncurrent versions are kept whatever their age. */
  readonly newerVersions?: number | undefined
}

interface NoncurrentTransition extends NoncurrentAge {
  readonly storageClass: string
}

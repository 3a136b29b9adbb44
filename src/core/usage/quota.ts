/** The most that a bucket may hold; what is absent has no bound. Noncurrent versions and parts of unfinished uploads count too. */
export interface Quota {
  readonly bytes?: number
  /** Versions. */
  readonly objects?: number
}

/** The most that all buckets of a project may hold together. */
export interface ProjectQuota extends Quota {
  readonly buckets?: number
  /** Of a single object. */
  readonly objectBytes?: number
}

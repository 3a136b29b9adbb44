/** What a bucket holds, counted in the transaction of each write. */
export interface Usage {
  /** Versions, noncurrent ones too. */
  readonly objects: number
  /** Theirs. */
  readonly bytes: number
  /** Of the parts of unfinished uploads. */
  readonly partBytes: number
}

/** What the buckets of a project hold together. */
export interface ProjectUsage extends Usage {
  readonly buckets: number
}

export interface UsageAudit {
  readonly recorded: Usage
  readonly counted: Usage
}

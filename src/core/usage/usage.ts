/** What a bucket holds, counted in the transaction of each write. */
export interface Usage {
  readonly objects: number
  readonly bytes: number
}

export interface UsageAudit {
  readonly recorded: Usage
  readonly counted: Usage
}

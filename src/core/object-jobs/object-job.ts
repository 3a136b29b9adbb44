/** Objects of a bucket, one by one and by what their keys begin with. */
export interface ObjectSelection {
  readonly keys: readonly string[]
  /** '' for all of the bucket. */
  readonly prefixes: readonly string[]
}

/** Behind this key of the item of this index: keys are counted first, prefixes behind them. */
export interface SelectionCursor {
  readonly item: number
  /** Undefined: at the item's beginning. */
  readonly after?: string | undefined
}

export type ObjectAction = 'copy' | 'move' | 'delete'

/** Where a copy or a move goes, in the same project. */
export interface ObjectTarget {
  readonly bucket: string
  /** Before the last name of each selected key or prefix; undefined with a key. */
  readonly prefix: string | undefined
  /** In place of the only selected key or prefix. */
  readonly key: string | undefined
}

/** Something to be done with many objects, on record until it is done and for some days after. Times are milliseconds since 1970. */
export interface ObjectJob extends ObjectSelection {
  readonly id: string
  readonly projectId: string
  readonly bucketId: number
  /** Its name. */
  readonly bucket: string
  readonly action: ObjectAction
  /** Undefined for a deletion. */
  readonly to: ObjectTarget | undefined
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: JobProgress
  readonly createdAt: number
  readonly endedAt: number | undefined
}

export interface JobProgress {
  /** Objects that were taken care of, those that it failed at too. */
  readonly done: number
  /** Undefined until they have been counted. */
  readonly total: number | undefined
  /** Of what was taken care of. */
  readonly bytes: number
  readonly failed: number
  /** The first few; before them, without a key, what the job itself failed at. */
  readonly errors: readonly JobError[]
  /** Where it goes on; undefined: at the beginning. */
  readonly cursor: SelectionCursor | undefined
}

export interface JobError {
  readonly key: string
  readonly code: string
  readonly message: string
}

export const mostErrors = 10

export const nothingDone: JobProgress = {
  done: 0,
  total: undefined,
  bytes: 0,
  failed: 0,
  errors: [],
  cursor: undefined,
}

export interface ObjectJobs {
  find(id: string): Promise<ObjectJob | undefined>
  /** Newest first. */
  listOfBucket(bucketId: number, limit: number): Promise<readonly ObjectJob[]>
  /** Those that are queued or running, oldest first. */
  listOpen(): Promise<readonly ObjectJob[]>
}

export interface ObjectJobChanges {
  create(job: ObjectJob): Promise<void>
  /** Puts its progress on record, and its state unless it has ended meanwhile; false then. */
  proceed(id: string, change: Pick<ObjectJob, 'state' | 'progress' | 'endedAt'>): Promise<boolean>
  /** Unless it has ended. */
  cancel(bucketId: number, id: string, endedAt: number): Promise<void>
  /** Ended ones, by when they ended. */
  forget(endedBefore: number): Promise<number>
}

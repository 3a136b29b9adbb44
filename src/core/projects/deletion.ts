/** A project that is being deleted with all it holds. */
export interface Deletion {
  readonly projectId: string
  /** Why something is left that cannot go yet. */
  readonly problem: string | undefined
  /** Versions that have gone so far, and their bytes. */
  readonly objects: number
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

/** Reads of what is on record. */
export interface Deletions {
  find(projectId: string): Promise<Deletion | undefined>
  /** Oldest first. */
  list(): Promise<readonly Deletion[]>
}

export interface DeletionChanges {
  /** Once more: goes on with what was blocked. */
  begin(projectId: string, startedAt: number): Promise<void>
  /** Adds up what has gone. */
  count(projectId: string, gone: Pick<Deletion, 'objects' | 'bytes'>): Promise<void>
  setProblem(projectId: string, problem: string): Promise<void>
  end(projectId: string): Promise<void>
}

/** When a key last signed a request that was let in, and which. */
export interface KeyUse {
  readonly keyId: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** An operation's name, as `GetObject`. */
  readonly operation: string
}

/** Reads of what is on record. */
export interface KeyUses {
  /** Those of a project's keys. */
  list(projectId: string): Promise<readonly KeyUse[]>
  find(keyId: string): Promise<KeyUse | undefined>
}

export interface KeyUseChanges {
  /** Keeps the later one of a key. */
  note(uses: readonly KeyUse[]): Promise<void>
}

/** Of something that was asked for; plain data without secrets. */
export type AuditSubject = Readonly<Record<string, unknown>>

/** An administrative action. */
export interface AuditEntry {
  /** Rises with each entry. */
  readonly id: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** See `Actor`; of IAM's callers `arn:…`. */
  readonly actor: string
  readonly address: string
  /** The call of the admin API, or `iam:CreateUser`. */
  readonly call: string
  /** The id of the project that it was about. */
  readonly project: string | undefined
  readonly subject: AuditSubject
  /** `done`, or the code of the error. */
  readonly outcome: string
}

export interface AuditQuery {
  /** The id of a project. */
  readonly project?: string | undefined
  readonly actor?: string | undefined
  readonly call?: string | undefined
  readonly outcome?: string | undefined
  /** Milliseconds since 1970, inclusive. */
  readonly since?: number | undefined
  /** Exclusive. */
  readonly until?: number | undefined
  /** Only entries with a smaller id. */
  readonly before?: number | undefined
  readonly limit: number
}

export interface AuditReads {
  /** Newest first. */
  list(query: AuditQuery): Promise<readonly AuditEntry[]>
}

export interface AuditChanges {
  append(entry: Omit<AuditEntry, 'id'>): Promise<void>
  /** At most `limit` of those before a moment (milliseconds since 1970); returns how many went. */
  forget(query: { readonly before: number; readonly limit: number }): Promise<number>
}

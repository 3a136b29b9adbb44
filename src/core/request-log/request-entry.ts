/** A request that was answered, as the log keeps it. */
export interface RequestEntry {
  /** When the answer ended: milliseconds since 1970. */
  readonly at: number
  readonly requestId: string
  /** The access key that signed, or the id of an API key. */
  readonly keyId: string | undefined
  /** Whose bucket it was, or who asked where there is none. */
  readonly projectId: string | undefined
  readonly operation: string
  readonly bucket: string | undefined
  readonly key: string | undefined
  readonly method: string
  readonly status: number
  /** The error's code. */
  readonly error: string | undefined
  /** Of the bodies. */
  readonly bytesIn: number
  readonly bytesOut: number
  readonly milliseconds: number
  readonly address: string | undefined
}

/** An entry with its place in the log. */
export interface LoggedRequest extends RequestEntry {
  /** Rises with time. */
  readonly id: number
}

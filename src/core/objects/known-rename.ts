/** A rename that was carried out. */
export interface KnownRename {
  /** Chosen by the client. */
  readonly token: string
  /** What was asked for. */
  readonly request: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** How long a client may ask again. */
export const rememberedMs = 86_400_000

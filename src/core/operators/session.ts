/** Whom a session belongs to. */
export type SessionHolder =
  { readonly kind: 'operator'; readonly id: string } | { readonly kind: 'root'; readonly accessKeyId: string }

/** From signing in to signing out; times are milliseconds since 1970. */
export interface Session {
  /** SHA-256 of what the cookie holds. */
  readonly tokenHash: string
  readonly holder: SessionHolder
  /** Where it was begun. */
  readonly address: string
  /** What the browser called itself. */
  readonly agent: string
  readonly createdAt: number
  readonly seenAt: number
  /** At the latest. */
  readonly expiresAt: number
}

/** Where somebody signs in from. */
export type SessionPlace = Pick<Session, 'address' | 'agent'>

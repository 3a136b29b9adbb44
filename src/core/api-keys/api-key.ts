/** A key of a project for REST, shown by its client as a bearer token. */
export interface ApiKey {
  /** Also the first part of the token. */
  readonly id: string
  readonly projectId: string
  readonly name: string
  /** SHA-256 of the token, in hexadecimal: the token itself is not kept. */
  readonly hash: string
  /** What links are signed with, in base64: see `linkSecretOf`. */
  readonly linkSecret: string
  readonly status: 'active' | 'disabled'
  /** A policy that has to allow as well, word for word; absent: the key may do what its project may. */
  readonly policy: string | undefined
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Milliseconds since 1970; undefined: never. */
  readonly expiresAt: number | undefined
  /** Milliseconds since 1970, to the minute; undefined: not yet. */
  readonly lastUsedAt: number | undefined
}

/** A key with its token, which nothing shows again. */
export interface NewApiKey {
  readonly key: ApiKey
  readonly token: string
}

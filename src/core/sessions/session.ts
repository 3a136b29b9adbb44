/** What the token of a temporary access key says, sealed: nothing of it is stored. */
export interface Session {
  readonly kind: 'root' | 'user' | 'assumed-role' | 'federated-user'
  readonly projectId: string
  /** Of the user or role on whose policies it acts; undefined for a project's root. */
  readonly identityId: string | undefined
  /** Of a role's session or a federated user. */
  readonly name: string | undefined
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** The documents that limit it, any one of which may allow; undefined: no session policy was given. */
  readonly policies: readonly string[] | undefined
  /** The document that limits the access key which asked for it, if there is one. */
  readonly keyPolicy: string | undefined
  readonly tags: SessionTags
  /** Keys of the tags that go on to the sessions of roles which it assumes. */
  readonly transitiveTagKeys: readonly string[]
  readonly sourceIdentity: string | undefined
  /** What the token of an identity provider said, by `aws:FederatedProvider` or `<provider>:<claim>`. */
  readonly claims: SessionTags
}

/** An identity provider may give a tag more than one value. */
export type SessionTags = Readonly<Record<string, readonly string[]>>

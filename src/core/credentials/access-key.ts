/** A key pair that signs requests on behalf of a project. */
export interface AccessKey {
  readonly id: string
  readonly secret: string
  readonly projectId: string
  readonly name: string
  readonly status: 'active' | 'disabled'
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Milliseconds since 1970; undefined: never. */
  readonly expiresAt: number | undefined
}

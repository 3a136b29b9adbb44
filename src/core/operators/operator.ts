/** An operator does everything, a project admin what concerns its projects, and a viewer only looks. */
export type Role = 'operator' | 'project-admin' | 'viewer'

/** A person who may use the admin API and the console. */
export interface Operator {
  readonly id: string
  /** A name or an e-mail address, by which it signs in. */
  readonly name: string
  readonly role: Role
  /** Ids of the projects that it is confined to; undefined: all. */
  readonly projects: readonly string[] | undefined
  readonly status: 'active' | 'disabled'
  /** Undefined: it signs in by other means. */
  readonly passwordHash: string | undefined
  readonly secondFactor: SecondFactor | undefined
  /** `<issuer> <subject>`, when an OIDC provider vouches for it. */
  readonly externalId: string | undefined
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly signedInAt: number | undefined
}

/** Codes that change with the time (RFC 6238), and a few that are good once when those are lost. */
export interface SecondFactor {
  /** In base32. */
  readonly secret: string
  /** Asked for only once its holder has shown a code. */
  readonly isConfirmed: boolean
  /** The step of the newest code that was accepted: each is good once. */
  readonly lastStep: number
  /** SHA-256 of the recovery codes that are left. */
  readonly recoveryHashes: readonly string[]
}

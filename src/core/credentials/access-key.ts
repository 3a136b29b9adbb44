import type { Rates } from '../usage/rates.ts'

/** A key pair that signs requests on behalf of a project's root, or of one of its users. */
export interface AccessKey {
  readonly id: string
  readonly secret: string
  readonly projectId: string
  /** Absent: of the project's root. */
  readonly userId?: string
  readonly name: string
  readonly status: 'active' | 'disabled'
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Milliseconds since 1970; undefined: never. */
  readonly expiresAt: number | undefined
  /** A policy document that must allow what is done with the key, whatever else does. */
  readonly policy?: string
  readonly rates?: Rates
}

/** A user, or where `userId` is undefined the project's root. */
export interface AccessKeyOwner {
  readonly userId: string | undefined
}

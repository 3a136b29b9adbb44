import type { Tags } from '../objects/object-version.ts'

/** An IAM user or role of a project with all that decides what it may do, as the catalog remembers it. */
export interface Identity {
  readonly kind: 'user' | 'role'
  /** `AIDA…` or `AROA…`, as AWS makes them. */
  readonly id: string
  readonly projectId: string
  readonly name: string
  /** Begins and ends with a slash. */
  readonly path: string
  /** `arn:aws:iam::<project id>:user/<path><name>` */
  readonly arn: string
  readonly tags: Tags
  /** The documents of its inline and attached policies, and of those of its groups. */
  readonly policies: readonly string[]
  /** The document of its permissions boundary. */
  readonly boundary: string | undefined
  /** Of a role: who may assume it. */
  readonly trustPolicy: string | undefined
  /** Of a role: the longest that a session may last, in seconds. */
  readonly maxSessionSeconds: number
  /** Sessions that were begun before this moment are no longer valid; milliseconds since 1970. */
  readonly sessionsNotBefore: number
}

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
  /** Its inline and attached policies, and those of its groups. */
  readonly policies: readonly NamedDocument[]
  /** Its permissions boundary. */
  readonly boundary: NamedDocument | undefined
  /** Of a role: the document that says who may assume it. */
  readonly trustPolicy: string | undefined
  /** Of a role: the longest that a session may last, in seconds. */
  readonly maxSessionSeconds: number
  /** Sessions that were begun before this moment are no longer valid; milliseconds since 1970. */
  readonly sessionsNotBefore: number
}

/** The document of a policy, and what tells people which one it is: an ARN for a managed one, `<user, group or role>/<name>` for an inline one. */
export interface NamedDocument {
  readonly name: string
  readonly document: string
}

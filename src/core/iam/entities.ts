import type { Tags } from '../objects/object-version.ts'

/** What IAM keeps in a project. Names are unique within a kind, whatever their case. */
export type Entity = IamUser | IamGroup | IamRole | ManagedPolicy | OidcProvider
export type EntityKind = Entity['kind']
export type EntityOf<Kind extends EntityKind> = Extract<Entity, { readonly kind: Kind }>

/** Those that policies are attached to and put into. */
export type PolicyOwner = IamUser | IamGroup | IamRole
/** Those that act, and that a permissions boundary may confine. */
export type Actor = IamUser | IamRole
export type TaggedEntity = IamUser | IamRole | ManagedPolicy | OidcProvider

interface EntityBase {
  /** 21 letters and digits, which nothing changes. */
  readonly id: string
  readonly projectId: string
  readonly name: string
  /** Begins and ends with a slash. */
  readonly path: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

export interface InlinePolicy {
  readonly name: string
  /** JSON, as it was given. */
  readonly document: string
}

export interface IamUser extends EntityBase {
  readonly kind: 'user'
  readonly tags: Tags
  /** By name. */
  readonly inlinePolicies: readonly InlinePolicy[]
  /** Sessions that were begun before are no longer valid; milliseconds since 1970. */
  readonly sessionsNotBefore: number
}

export interface IamGroup extends EntityBase {
  readonly kind: 'group'
  readonly inlinePolicies: readonly InlinePolicy[]
}

export interface IamRole extends EntityBase {
  readonly kind: 'role'
  readonly tags: Tags
  readonly inlinePolicies: readonly InlinePolicy[]
  readonly sessionsNotBefore: number
  readonly description?: string | undefined
  /** JSON: who may assume the role. */
  readonly trustPolicy: string
  readonly maxSessionSeconds: number
}

export interface PolicyVersion {
  /** `v1`, `v2`, … */
  readonly id: string
  /** JSON, as it was given. */
  readonly document: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** A managed policy. Those of AWS belong to the project `aws`. */
export interface ManagedPolicy extends EntityBase {
  readonly kind: 'policy'
  readonly tags: Tags
  readonly description?: string | undefined
  /** Oldest first. */
  readonly versions: readonly PolicyVersion[]
  readonly defaultVersionId: string
  /** How many versions there have ever been. */
  readonly versionCount: number
  /** Milliseconds since 1970. */
  readonly updatedAt: number
}

/** An OpenID Connect provider; its name is its URL without the scheme. */
export interface OidcProvider extends EntityBase {
  readonly kind: 'oidc-provider'
  readonly tags: Tags
  readonly url: string
  readonly clientIds: readonly string[]
  /** SHA-1 of certificates, in hexadecimal. */
  readonly thumbprints: readonly string[]
}

/** How one entity points to another: a user to its group, an entity to its attached policies or its boundary. */
export type Relation = 'membership' | 'attachment' | 'boundary'

import type { Entity, EntityKind, EntityOf, Relation } from './entities.ts'

/** A place in the order of names, behind which a listing goes on. */
export interface EntityPosition {
  /** In lower case. */
  readonly name: string
  /** Policies of AWS and of the project may share a name. */
  readonly id: string
}

export interface EntityQuery<Kind extends EntityKind> {
  readonly kinds: readonly Kind[]
  readonly projectIds: readonly string[]
  readonly pathPrefix?: string | undefined
  /** Those that point to an entity. */
  readonly pointingTo?: { readonly id: string; readonly by: readonly Relation[] } | undefined
  /** Those that an entity points to. */
  readonly pointedAtFrom?: { readonly id: string; readonly by: Relation } | undefined
  /** Those that any entity of a project points to. */
  readonly pointedAtIn?: { readonly projectId: string; readonly by: readonly Relation[] } | undefined
  readonly after?: EntityPosition | undefined
  readonly limit?: number | undefined
}

/** What IAM has on record. */
export interface IamReads {
  /** By its name in any case. */
  find<Kind extends EntityKind>(
    kind: Kind,
    projectId: string,
    name: string,
  ): Promise<EntityOf<Kind> | undefined>
  findById<Kind extends EntityKind>(kind: Kind, id: string): Promise<EntityOf<Kind> | undefined>
  /** By name without regard to case. */
  list<Kind extends EntityKind>(query: EntityQuery<Kind>): Promise<readonly EntityOf<Kind>[]>
  /** How many entities a project has of each kind; kinds without any are absent. */
  countKinds(projectId: string): Promise<ReadonlyMap<EntityKind, number>>
  /** How many entities of a project point to each of these policies. */
  countUses(projectId: string, policyIds: readonly string[]): Promise<ReadonlyMap<string, PolicyUses>>
}

export interface PolicyUses {
  readonly attachments: number
  readonly boundaries: number
}

/** What a transaction does with it. */
export interface IamChanges extends IamReads {
  create(entity: Entity): Promise<void>
  /** Puts it in the place of the one with its id. */
  replace(entity: Entity): Promise<void>
  /** Removes it, and the relations in which it points to others. */
  remove(entity: Entity): Promise<void>
  /** Without effect when it is so already. */
  relate(from: Entity, relation: Relation, toId: string): Promise<void>
  /** False when it was not so. */
  unrelate(from: Entity, relation: Relation, toId: string): Promise<boolean>
  removeOfProject(projectId: string): Promise<void>
}

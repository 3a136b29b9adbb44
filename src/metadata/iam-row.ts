import type { Entity, EntityKind, EntityOf } from '../core/iam/entities.ts'

export interface EntityRow {
  id: string
  project_id: string
  kind: EntityKind
  name: string
  name_key: string
  path: string
  created_at: number
  document: string
}

export interface RelationRow {
  from_id: string
  relation: string
  to_id: string
  project_id: string
}

/** IAM tells names apart without regard to case. */
export const nameKey = (name: string): string => name.toLowerCase()

export function rowOf({ id, projectId, kind, name, path, createdAt, ...document }: Entity): EntityRow {
  return {
    id,
    project_id: projectId,
    kind,
    name,
    name_key: nameKey(name),
    path,
    created_at: createdAt,
    document: JSON.stringify(document),
  }
}

/** The row's kind is known to be the wanted one. */
export const entityFrom = <Kind extends EntityKind>(row: EntityRow): EntityOf<Kind> =>
  ({
    ...(JSON.parse(row.document) as object),
    kind: row.kind,
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    path: row.path,
    createdAt: row.created_at,
  }) as EntityOf<Kind>

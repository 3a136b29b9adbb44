import type { Knex } from 'knex'
import type { NoteChange } from './catalog-changes.ts'
import { entityFrom, nameKey, rowOf, type EntityRow, type RelationRow } from './iam-row.ts'
import type { EntityKind } from '../core/iam/entities.ts'
import type { EntityQuery, IamChanges, IamReads, PolicyUses } from '../core/iam/iam-records.ts'

export function iamRepository(db: Knex): IamReads {
  const entities = () => db<EntityRow>('iam_entities')
  return {
    find: async (kind, projectId, name) => {
      const row = await entities()
        .where({ project_id: projectId, kind, name_key: nameKey(name) })
        .first()
      return row && entityFrom(row)
    },
    findById: async (kind, id) => {
      const row = await entities().where({ id, kind }).first()
      return row && entityFrom(row)
    },
    list: async (query) => (await selected(db, query)).map((row) => entityFrom(row)),
    countKinds: async (projectId) => {
      const rows = await entities()
        .where({ project_id: projectId })
        .groupBy('kind')
        .select<{ kind: EntityKind; count: number }[]>('kind', db.raw('count(*) AS count'))
      return new Map(rows.map(({ kind, count }) => [kind, count]))
    },
    countUses: async (projectId, policyIds) => {
      const rows = await db<RelationRow>('iam_relations')
        .where({ project_id: projectId })
        .whereIn('to_id', policyIds)
        .groupBy('to_id')
        .select<(PolicyUses & { to_id: string })[]>(
          'to_id',
          db.raw(`sum(relation = 'attachment') AS attachments, sum(relation = 'boundary') AS boundaries`),
        )
      return new Map(rows.map(({ to_id: id, ...uses }) => [id, uses]))
    },
  }
}

function selected(db: Knex, query: EntityQuery<EntityKind>) {
  const { kinds, projectIds, pathPrefix, pointingTo, pointedAtFrom, pointedAtIn, after, limit } = query
  const relations = () => db<RelationRow>('iam_relations')
  const rows = db<EntityRow>('iam_entities')
    .whereIn('project_id', projectIds)
    .whereIn('kind', kinds)
    .orderBy(['name_key', 'id'])
  if (pathPrefix !== undefined) rows.whereRaw('substr(path, 1, ?) = ?', [pathPrefix.length, pathPrefix])
  if (pointingTo)
    rows.whereIn(
      'id',
      relations().where({ to_id: pointingTo.id }).whereIn('relation', pointingTo.by).select('from_id'),
    )
  if (pointedAtFrom)
    rows.whereIn(
      'id',
      relations().where({ from_id: pointedAtFrom.id, relation: pointedAtFrom.by }).select('to_id'),
    )
  if (pointedAtIn)
    rows.whereIn(
      'id',
      relations()
        .where({ project_id: pointedAtIn.projectId })
        .whereIn('relation', pointedAtIn.by)
        .select('to_id'),
    )
  if (after) rows.whereRaw('(name_key, id) > (?, ?)', [after.name, after.id])
  if (limit !== undefined) rows.limit(limit)
  return rows
}

export function iamChanges(db: Knex, note: NoteChange): IamChanges {
  const entities = () => db<EntityRow>('iam_entities')
  const relations = () => db<RelationRow>('iam_relations')
  return {
    ...iamRepository(db),
    create: async (entity) => {
      await entities().insert(rowOf(entity))
      await note(`iam:${entity.projectId}`)
    },
    replace: async (entity) => {
      await entities().where({ id: entity.id }).update(rowOf(entity))
      await note(`iam:${entity.projectId}`)
    },
    remove: async ({ id, projectId }) => {
      await relations().where({ from_id: id }).delete()
      await entities().where({ id }).delete()
      await note(`iam:${projectId}`)
    },
    relate: async ({ id, projectId }, relation, toId) => {
      const row = { from_id: id, relation, to_id: toId, project_id: projectId }
      await relations().insert(row).onConflict(['from_id', 'relation', 'to_id']).ignore()
      await note(`iam:${projectId}`)
    },
    unrelate: async ({ id, projectId }, relation, toId) => {
      const gone = await relations().where({ from_id: id, relation, to_id: toId }).delete()
      if (gone > 0) await note(`iam:${projectId}`)
      return gone > 0
    },
    removeOfProject: async (projectId) => {
      await relations().where({ project_id: projectId }).delete()
      await entities().where({ project_id: projectId }).delete()
      await note(`iam:${projectId}`)
    },
  }
}

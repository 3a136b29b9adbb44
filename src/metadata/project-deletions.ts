import type { Knex } from 'knex'
import type { Deletion, DeletionChanges, Deletions } from '../core/projects/deletion.ts'

interface DeletionRow {
  project_id: string
  problem: string | null
  objects: number
  bytes: number
  started_at: number
}

export function projectDeletions(db: Knex): Deletions {
  const deletions = () => db<DeletionRow>('project_deletions')
  return {
    find: async (projectId) => {
      const row = await deletions().where({ project_id: projectId }).first()
      return row && deletionFrom(row)
    },
    list: async () => (await deletions().orderBy(['started_at', 'project_id'])).map(deletionFrom),
  }
}

export function projectDeletionChanges(db: Knex): DeletionChanges {
  const deletions = () => db<DeletionRow>('project_deletions')
  return {
    begin: async (projectId, startedAt) => {
      const row = { project_id: projectId, problem: null, objects: 0, bytes: 0, started_at: startedAt }
      await deletions().insert(row).onConflict('project_id').merge({ problem: null })
    },
    count: async (projectId, { objects, bytes }) => {
      await deletions()
        .where({ project_id: projectId })
        .update({ objects: db.raw('objects + ?', [objects]), bytes: db.raw('bytes + ?', [bytes]) })
    },
    setProblem: async (projectId, problem) => {
      await deletions().where({ project_id: projectId }).update({ problem })
    },
    end: async (projectId) => {
      await deletions().where({ project_id: projectId }).delete()
    },
  }
}

const deletionFrom = (row: DeletionRow): Deletion => ({
  projectId: row.project_id,
  problem: row.problem ?? undefined,
  objects: row.objects,
  bytes: row.bytes,
  startedAt: row.started_at,
})

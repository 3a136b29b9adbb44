import type { Knex } from 'knex'

const tables = ['links', 'files', 'resumable_uploads'] as const

/** What REST has on record of a project beside its keys. */
export const restRecords = (db: Knex) => ({
  removeOfProject: async (projectId: string): Promise<void> => {
    for (const table of tables) await db(table).where({ project_id: projectId }).delete()
  },
})

import type { Knex } from 'knex'

const changes = [
  // Renames that clients may ask for once more, by the token that they gave them.
  `CREATE TABLE renames (
    bucket_id INTEGER NOT NULL, token TEXT NOT NULL, request TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (bucket_id, token)
  ) WITHOUT ROWID`,
  'CREATE INDEX renames_by_time ON renames (at)',
]

export const renames = {
  name: '005-renames',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  down: (): Promise<void> => Promise.reject(new Error('A repeated rename would not be known any more.')),
}

import type { Knex } from 'knex'

const changes = [
  // `suspended` or `deleting`; null: active.
  'ALTER TABLE projects ADD COLUMN state TEXT',
  // JSON documents, null for those who have none.
  'ALTER TABLE projects ADD COLUMN quota TEXT',
  'ALTER TABLE projects ADD COLUMN rates TEXT',
  'ALTER TABLE buckets ADD COLUMN quota TEXT',
  'ALTER TABLE access_keys ADD COLUMN policy TEXT',
  'ALTER TABLE access_keys ADD COLUMN rates TEXT',
  // Apart from the keys, so that noting a use makes nobody read a key again.
  'CREATE TABLE access_key_uses (key_id TEXT PRIMARY KEY, at INTEGER NOT NULL, operation TEXT NOT NULL) WITHOUT ROWID',
  // Of unfinished uploads.
  'ALTER TABLE usage ADD COLUMN part_bytes INTEGER NOT NULL DEFAULT 0',
  `INSERT INTO usage (bucket_id, objects, bytes, part_bytes) SELECT bucket_id, 0, 0, sum(size) FROM parts WHERE true GROUP BY bucket_id
   ON CONFLICT (bucket_id) DO UPDATE SET part_bytes = excluded.part_bytes`,
  // Projects that are being deleted with all they hold, and how far that has come.
  `CREATE TABLE project_deletions (
    project_id TEXT PRIMARY KEY, problem TEXT, objects INTEGER NOT NULL, bytes INTEGER NOT NULL, started_at INTEGER NOT NULL
  ) WITHOUT ROWID`,
]

export const projects = {
  name: '007-projects',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  down: (): Promise<void> => Promise.reject(new Error('Quotas and the limits of keys would be lost.')),
}

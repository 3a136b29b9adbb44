import type { Knex } from 'knex'

const changes = [
  `CREATE TABLE kms_keys (
    id TEXT PRIMARY KEY, project_id TEXT NOT NULL, alias TEXT, status TEXT NOT NULL, created_at INTEGER NOT NULL, UNIQUE (project_id, alias)
  ) WITHOUT ROWID`,
  // The material of each rotation; what an old one has wrapped stays readable.
  `CREATE TABLE kms_materials (
    key_id TEXT NOT NULL REFERENCES kms_keys (id), version INTEGER NOT NULL, sealed_material TEXT NOT NULL, PRIMARY KEY (key_id, version)
  ) WITHOUT ROWID`,
  // What makes the key of an encrypted part; see core/encryption/new-encryption.ts.
  'ALTER TABLE parts ADD COLUMN salt TEXT',
  'ALTER TABLE object_parts ADD COLUMN salt TEXT',
]

export const kmsKeys = {
  name: '003-kms-keys',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  down: (): Promise<void> => Promise.reject(new Error('Without its keys what is encrypted would be lost.')),
}

import type { Knex } from 'knex'
import { awsManagedPolicies } from './006-aws-managed-policies.ts'

const changes = [
  // Users, groups, roles, managed policies and OIDC providers; `name_key` is the name in lower case, `document` holds what a kind has of its own.
  `CREATE TABLE iam_entities (
    id TEXT PRIMARY KEY, project_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, path TEXT NOT NULL,
    created_at INTEGER NOT NULL, document TEXT NOT NULL, UNIQUE (project_id, kind, name_key)
  ) WITHOUT ROWID`,
  // Who is in which group, has which policy attached, and is confined by which.
  `CREATE TABLE iam_relations (
    from_id TEXT NOT NULL, relation TEXT NOT NULL, to_id TEXT NOT NULL, project_id TEXT NOT NULL, PRIMARY KEY (from_id, relation, to_id)
  ) WITHOUT ROWID`,
  'CREATE INDEX iam_relations_to ON iam_relations (to_id, relation)',
  'CREATE INDEX iam_relations_of_project ON iam_relations (project_id)',
  // Null: a key of the project's root.
  'ALTER TABLE access_keys ADD COLUMN user_id TEXT',
]

export const identities = {
  name: '006-identities',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
    await knex('iam_entities').insert(awsManagedPolicies)
  },
  down: (): Promise<void> => Promise.reject(new Error('Users, roles and their policies would be lost.')),
}

import type { Knex } from 'knex'

const changes = [
  `CREATE TABLE operators (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, projects TEXT, status TEXT NOT NULL, password_hash TEXT,
    sealed_factor TEXT, external_id TEXT UNIQUE, created_at INTEGER NOT NULL, signed_in_at INTEGER
  ) WITHOUT ROWID`,
  // Of an operator or of a root key. What a cookie holds is stored hashed.
  `CREATE TABLE operator_sessions (
    token_hash TEXT PRIMARY KEY, operator_id TEXT REFERENCES operators (id), root_key_id TEXT, address TEXT NOT NULL, agent TEXT NOT NULL,
    created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) WITHOUT ROWID`,
  'CREATE INDEX sessions_of_operator ON operator_sessions (operator_id)',
  'CREATE INDEX sessions_by_time ON operator_sessions (expires_at)',
  `CREATE TABLE passkeys (
    id TEXT PRIMARY KEY, operator_id TEXT NOT NULL REFERENCES operators (id), name TEXT NOT NULL, public_key BLOB NOT NULL,
    counter INTEGER NOT NULL, transports TEXT NOT NULL, created_at INTEGER NOT NULL, used_at INTEGER
  ) WITHOUT ROWID`,
  'CREATE INDEX passkeys_of_operator ON passkeys (operator_id)',
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL, address TEXT NOT NULL, call TEXT NOT NULL,
    project TEXT, subject TEXT NOT NULL, outcome TEXT NOT NULL
  )`,
  'CREATE INDEX audit_by_time ON audit (at)',
]

export const operators = {
  name: '008-operators',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  down: (): Promise<void> => Promise.reject(new Error('Nobody could sign in any more.')),
}

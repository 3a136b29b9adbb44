import type { Knex } from 'knex'

const changes = [
  `CREATE TABLE api_keys (
    id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES projects (id), name TEXT NOT NULL, hash TEXT NOT NULL, sealed_link_secret TEXT NOT NULL,
    status TEXT NOT NULL, policy TEXT, created_at INTEGER NOT NULL, expires_at INTEGER, last_used_at INTEGER
  ) WITHOUT ROWID`,
  'CREATE INDEX api_keys_of_project ON api_keys (project_id)',
  // Signed links that can be revoked one by one, or are good for one use.
  `CREATE TABLE links (
    id TEXT PRIMARY KEY, project_id TEXT NOT NULL, api_key_id TEXT NOT NULL, bucket TEXT NOT NULL, key TEXT NOT NULL, method TEXT NOT NULL,
    is_single_use INTEGER NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
  ) WITHOUT ROWID`,
  'CREATE INDEX links_of_project ON links (project_id, created_at, id)',
  'CREATE INDEX links_by_expiry ON links (expires_at)',
  // The facts of the files service; the bytes are those of an object.
  `CREATE TABLE files (
    id TEXT PRIMARY KEY, project_id TEXT NOT NULL, bucket TEXT NOT NULL, object_name TEXT NOT NULL, filename TEXT NOT NULL, size INTEGER NOT NULL,
    content_type TEXT NOT NULL, hash TEXT NOT NULL, uploaded_at INTEGER NOT NULL
  ) WITHOUT ROWID`,
  'CREATE INDEX files_of_project ON files (project_id, uploaded_at, id)',
  'CREATE INDEX files_by_hash ON files (project_id, hash, uploaded_at, id)',
  // Uploads by the tus protocol, each with the multipart upload that takes its bytes.
  `CREATE TABLE resumable_uploads (
    id TEXT PRIMARY KEY, project_id TEXT NOT NULL, bucket TEXT NOT NULL, key TEXT NOT NULL, upload_id TEXT NOT NULL, size INTEGER,
    metadata TEXT NOT NULL, is_complete INTEGER NOT NULL, created_at INTEGER NOT NULL
  ) WITHOUT ROWID`,
  'CREATE INDEX resumable_uploads_by_time ON resumable_uploads (created_at)',
]

export const rest = {
  name: '009-rest',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  down: (): Promise<void> => Promise.reject(new Error('Keys and links that are in use would be lost.')),
}

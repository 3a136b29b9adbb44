import type { Knex } from 'knex'

/** Keys and names are compared by their UTF-8 bytes (SQLite's BINARY collation); times are milliseconds since 1970. */
const tables = [
  `CREATE TABLE projects (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, canonical_id TEXT NOT NULL UNIQUE, email TEXT,
    namespace TEXT NOT NULL, created_at INTEGER NOT NULL
  ) WITHOUT ROWID`,
  `CREATE TABLE access_keys (
    id TEXT PRIMARY KEY, project_id TEXT NOT NULL REFERENCES projects (id), name TEXT NOT NULL, sealed_secret TEXT NOT NULL,
    status TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER
  ) WITHOUT ROWID`,
  'CREATE INDEX access_keys_of_project ON access_keys (project_id)',
  `CREATE TABLE buckets (
    id INTEGER PRIMARY KEY AUTOINCREMENT, project_id TEXT NOT NULL REFERENCES projects (id), namespace TEXT NOT NULL, name TEXT NOT NULL,
    region TEXT NOT NULL, versioning TEXT NOT NULL, configuration TEXT NOT NULL, created_at INTEGER NOT NULL, UNIQUE (namespace, name)
  )`,
  'CREATE INDEX buckets_of_project ON buckets (project_id, name)',
  // The live current version of each key and nothing else, so that a listing reads only what it returns.
  `CREATE TABLE objects (
    bucket_id INTEGER NOT NULL, key TEXT NOT NULL, sequence INTEGER NOT NULL, version_id TEXT NOT NULL, size INTEGER NOT NULL,
    etag TEXT NOT NULL, modified INTEGER NOT NULL, owner_id TEXT NOT NULL, storage_class TEXT NOT NULL, checksum TEXT,
    is_inline INTEGER NOT NULL, blob_id TEXT, part_count INTEGER NOT NULL, attributes TEXT NOT NULL, PRIMARY KEY (bucket_id, key)
  ) WITHOUT ROWID`,
  'CREATE INDEX objects_of_blob ON objects (blob_id) WHERE blob_id IS NOT NULL',
  // Noncurrent versions and all delete markers.
  `CREATE TABLE versions (
    bucket_id INTEGER NOT NULL, key TEXT NOT NULL, sequence INTEGER NOT NULL, version_id TEXT NOT NULL, is_delete_marker INTEGER NOT NULL,
    size INTEGER NOT NULL, etag TEXT NOT NULL, modified INTEGER NOT NULL, owner_id TEXT NOT NULL, storage_class TEXT NOT NULL, checksum TEXT,
    is_inline INTEGER NOT NULL, blob_id TEXT, part_count INTEGER NOT NULL, attributes TEXT NOT NULL,
    PRIMARY KEY (bucket_id, key, sequence DESC)
  ) WITHOUT ROWID`,
  `CREATE UNIQUE INDEX null_versions ON versions (bucket_id, key) WHERE version_id = 'null'`,
  'CREATE INDEX versions_of_blob ON versions (blob_id) WHERE blob_id IS NOT NULL',
  // Bytes of small objects, under the sequence of the version that they belong to.
  'CREATE TABLE inline_blobs (sequence INTEGER PRIMARY KEY, data BLOB NOT NULL)',
  // The parts of completed multipart objects, under the sequence of their version.
  `CREATE TABLE object_parts (
    sequence INTEGER NOT NULL, part_number INTEGER NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, blob_id TEXT NOT NULL, checksum TEXT,
    PRIMARY KEY (sequence, part_number)
  ) WITHOUT ROWID`,
  'CREATE INDEX object_parts_of_blob ON object_parts (blob_id)',
  `CREATE TABLE uploads (
    id TEXT PRIMARY KEY, bucket_id INTEGER NOT NULL, key TEXT NOT NULL, owner_id TEXT NOT NULL, storage_class TEXT NOT NULL,
    attributes TEXT NOT NULL, checksum_algorithm TEXT, checksum_type TEXT, created_at INTEGER NOT NULL, completion TEXT
  ) WITHOUT ROWID`,
  'CREATE INDEX uploads_of_bucket ON uploads (bucket_id, key, created_at, id)',
  `CREATE TABLE parts (
    upload_id TEXT NOT NULL, part_number INTEGER NOT NULL, bucket_id INTEGER NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    blob_id TEXT NOT NULL, checksum TEXT, modified INTEGER NOT NULL, PRIMARY KEY (upload_id, part_number)
  ) WITHOUT ROWID`,
  'CREATE INDEX parts_of_blob ON parts (blob_id)',
  'CREATE TABLE usage (bucket_id INTEGER PRIMARY KEY, objects INTEGER NOT NULL, bytes INTEGER NOT NULL)',
  'CREATE TABLE trash (blob_id TEXT PRIMARY KEY, not_before INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE INDEX trash_by_time ON trash (not_before)',
  'CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID',
  `INSERT INTO counters VALUES ('sequence', 0)`,
  // One row for each change of a project, key or bucket: tells the caches of other processes what to read again.
  'CREATE TABLE catalog_changes (version INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL)',
  'CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
]

export const firstSchema = {
  name: '001-first-schema',
  async up(knex: Knex): Promise<void> {
    for (const table of tables) await knex.raw(table)
  },
  down: (): Promise<void> => Promise.reject(new Error('The first schema has nothing before it.')),
}

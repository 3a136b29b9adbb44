import type { Knex } from 'knex'

const changes = [
  // The texts on versions: short ones in `data`, others in a blob. Bucket and key are those of the version.
  `CREATE TABLE annotations (
    id INTEGER PRIMARY KEY, bucket_id INTEGER NOT NULL, key TEXT NOT NULL, sequence INTEGER NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
    etag TEXT NOT NULL, modified INTEGER NOT NULL, checksum TEXT, salt TEXT, blob_id TEXT, data BLOB, UNIQUE (sequence, name)
  )`,
  'CREATE INDEX annotations_of_blob ON annotations (blob_id) WHERE blob_id IS NOT NULL',
]

export const annotations = {
  name: '004-annotations',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  down: (): Promise<void> => Promise.reject(new Error('The annotations would be lost.')),
}

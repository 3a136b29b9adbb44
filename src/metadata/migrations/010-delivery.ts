import type { Knex } from 'knex'

const changes = [
  // Forms that were made of versions: compressed bytes and images. They can be made again, so losing a row loses nothing.
  `CREATE TABLE derived (
    id INTEGER PRIMARY KEY, bucket_id INTEGER NOT NULL, key TEXT NOT NULL, sequence INTEGER NOT NULL, form TEXT NOT NULL, blob_id TEXT NOT NULL,
    size INTEGER NOT NULL, content_type TEXT, salt TEXT, last_used INTEGER NOT NULL, UNIQUE (sequence, form)
  )`,
  'CREATE INDEX derived_of_blob ON derived (blob_id)',
  'CREATE INDEX derived_by_use ON derived (last_used)',
]

export const delivery = {
  name: '010-delivery',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  async down(knex: Knex): Promise<void> {
    await knex.raw('DROP TABLE derived')
  },
}

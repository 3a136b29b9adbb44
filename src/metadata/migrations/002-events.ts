import type { Knex } from 'knex'

const changes = [
  // The outbox: what writes have caused and is still to be told, or was given up (`dead`).
  `CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, destination TEXT NOT NULL, bucket_id INTEGER NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL,
    at INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL, problem TEXT
  )`,
  // A claim goes through what is due, and looks for what stands before it.
  `CREATE INDEX events_due ON events (destination, due, id) WHERE state = 'waiting'`,
  `CREATE INDEX events_of_key ON events (destination, bucket_id, key, id) WHERE state = 'waiting'`,
  `CREATE INDEX dead_events ON events (destination, id) WHERE state = 'dead'`,
]

export const events = {
  name: '002-events',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  down: (): Promise<void> => Promise.reject(new Error('Events that wait for their delivery would be lost.')),
}

import type { Knex } from 'knex'

const changes = [
  // What is to be done with many objects. What was selected, where it goes, its errors and its place are JSON.
  `CREATE TABLE object_jobs (
    id TEXT PRIMARY KEY, project_id TEXT NOT NULL, bucket_id INTEGER NOT NULL, bucket TEXT NOT NULL, action TEXT NOT NULL, selection TEXT NOT NULL,
    target TEXT, state TEXT NOT NULL, done INTEGER NOT NULL, total INTEGER, bytes INTEGER NOT NULL, failed INTEGER NOT NULL, errors TEXT NOT NULL,
    cursor TEXT, created_at INTEGER NOT NULL, ended_at INTEGER
  )`,
  'CREATE INDEX object_jobs_of_bucket ON object_jobs (bucket_id, created_at)',
  'CREATE INDEX object_jobs_by_end ON object_jobs (ended_at)',
]

export const objectJobs = {
  name: '011-object-jobs',
  async up(knex: Knex): Promise<void> {
    for (const change of changes) await knex.raw(change)
  },
  async down(knex: Knex): Promise<void> {
    await knex.raw('DROP TABLE object_jobs')
  },
}

import type { Knex } from 'knex'
import type {
  JobError,
  JobProgress,
  ObjectJob,
  ObjectJobChanges,
  ObjectJobs,
  ObjectTarget,
  ObjectSelection,
  SelectionCursor,
} from '../core/object-jobs/object-job.ts'

interface JobRow extends ProgressRow {
  id: string
  project_id: string
  bucket_id: number
  bucket: string
  action: ObjectJob['action']
  selection: string
  target: string | null
  state: ObjectJob['state']
  created_at: number
  ended_at: number | null
}

interface ProgressRow {
  done: number
  total: number | null
  bytes: number
  failed: number
  errors: string
  cursor: string | null
}

export function objectJobRepository(db: Knex): ObjectJobs {
  const jobs = () => db<JobRow>('object_jobs')
  return {
    find: async (id) => {
      const row = await jobs().where({ id }).first()
      return row && jobFrom(row)
    },
    listOfBucket: async (bucketId, limit) => {
      const newest = jobs().where({ bucket_id: bucketId }).orderBy('created_at', 'desc').limit(limit)
      return (await newest).map(jobFrom)
    },
    listOpen: async () => (await jobs().whereNull('ended_at').orderBy('created_at')).map(jobFrom),
  }
}

export function objectJobChanges(db: Knex): ObjectJobChanges {
  const jobs = () => db<JobRow>('object_jobs')
  return {
    create: async (job) => {
      await jobs().insert(rowOf(job))
    },
    proceed: async (id, { state, progress, endedAt }) => {
      await jobs().where({ id }).update(progressRow(progress))
      const changed = await jobs()
        .where({ id })
        .whereNull('ended_at')
        .update({ state, ended_at: endedAt ?? null })
      return changed > 0
    },
    cancel: async (bucketId, id, endedAt) => {
      const open = jobs().where({ id, bucket_id: bucketId }).whereNull('ended_at')
      await open.update({ state: 'cancelled', ended_at: endedAt })
    },
    forget: (endedBefore) => jobs().where('ended_at', '<', endedBefore).delete(),
  }
}

const rowOf = (job: ObjectJob): JobRow => ({
  id: job.id,
  project_id: job.projectId,
  bucket_id: job.bucketId,
  bucket: job.bucket,
  action: job.action,
  selection: JSON.stringify({ keys: job.keys, prefixes: job.prefixes }),
  target: job.to ? JSON.stringify(job.to) : null,
  state: job.state,
  created_at: job.createdAt,
  ended_at: job.endedAt ?? null,
  ...progressRow(job.progress),
})

const progressRow = ({ done, total, bytes, failed, errors, cursor }: JobProgress): ProgressRow => ({
  done,
  total: total ?? null,
  bytes,
  failed,
  errors: JSON.stringify(errors),
  cursor: cursor ? JSON.stringify(cursor) : null,
})

const jobFrom = (row: JobRow): ObjectJob => ({
  id: row.id,
  projectId: row.project_id,
  bucketId: row.bucket_id,
  bucket: row.bucket,
  action: row.action,
  ...(JSON.parse(row.selection) as ObjectSelection),
  to: row.target === null ? undefined : targetFrom(row.target),
  state: row.state,
  progress: {
    done: row.done,
    total: row.total ?? undefined,
    bytes: row.bytes,
    failed: row.failed,
    errors: JSON.parse(row.errors) as readonly JobError[],
    cursor: row.cursor === null ? undefined : (JSON.parse(row.cursor) as SelectionCursor),
  },
  createdAt: row.created_at,
  endedAt: row.ended_at ?? undefined,
})

/** JSON leaves out what is undefined. */
const targetFrom = (text: string): ObjectTarget => ({
  prefix: undefined,
  key: undefined,
  ...(JSON.parse(text) as Pick<ObjectTarget, 'bucket'> & Partial<ObjectTarget>),
})

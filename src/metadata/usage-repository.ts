import type { Knex } from 'knex'
import type { ProjectUsage, Usage, UsageAudit } from '../core/usage/usage.ts'

interface UsageRow {
  bucket_id: number
  objects: number
  bytes: number
  part_bytes: number
}

/** Counted by the writes of objects and parts. */
export function usageRepository(db: Knex) {
  return {
    find: async (bucketId: number): Promise<Usage> => {
      const row = await db<UsageRow>('usage').where({ bucket_id: bucketId }).first()
      return row ? usageFrom(row) : { objects: 0, bytes: 0, partBytes: 0 }
    },
    /** By the project's id; of all that have buckets, or of one. */
    ofProjects: async (projectId?: string): Promise<ReadonlyMap<string, ProjectUsage>> => {
      const rows = await db.raw<ProjectRow[]>(
        `SELECT b.project_id, count(*) AS buckets, ifnull(sum(u.objects), 0) AS objects, ifnull(sum(u.bytes), 0) AS bytes,
           ifnull(sum(u.part_bytes), 0) AS part_bytes
         FROM buckets b LEFT JOIN usage u ON u.bucket_id = b.id ${projectId === undefined ? '' : 'WHERE b.project_id = ?'} GROUP BY b.project_id`,
        projectId === undefined ? [] : [projectId],
      )
      return new Map(rows.map((row) => [row.project_id, { buckets: row.buckets, ...usageFrom(row) }]))
    },
    audit: async (bucketId: number): Promise<UsageAudit> => {
      const [row] = await db.raw<AuditRow[]>(
        `SELECT ifnull(u.objects, 0) AS objects, ifnull(u.bytes, 0) AS bytes, ifnull(u.part_bytes, 0) AS part_bytes,
           c.objects AS counted_objects, c.bytes AS counted_bytes, c.part_bytes AS counted_part_bytes
         FROM (${counted}) c LEFT JOIN usage u ON u.bucket_id = ?`,
        [bucketId, bucketId, bucketId, bucketId],
      )
      if (!row) throw new Error('The database counted nothing.')
      return {
        recorded: usageFrom(row),
        counted: {
          objects: row.counted_objects,
          bytes: row.counted_bytes,
          partBytes: row.counted_part_bytes,
        },
      }
    },
  }
}

export const usageChanges = (db: Knex) => ({
  recount: async (bucketId: number): Promise<void> => {
    await db.raw(
      `INSERT INTO usage (bucket_id, objects, bytes, part_bytes) SELECT ?, objects, bytes, part_bytes FROM (${counted}) WHERE true
       ON CONFLICT (bucket_id) DO UPDATE SET objects = excluded.objects, bytes = excluded.bytes, part_bytes = excluded.part_bytes`,
      [bucketId, bucketId, bucketId, bucketId],
    )
  },
  /** Of parts that have come, or (below 0) gone. */
  addPartBytes: async (bucketId: number, bytes: number): Promise<void> => {
    await db.raw(
      `INSERT INTO usage (bucket_id, objects, bytes, part_bytes) VALUES (?, 0, 0, ?)
       ON CONFLICT (bucket_id) DO UPDATE SET part_bytes = part_bytes + excluded.part_bytes`,
      [bucketId, bytes],
    )
  },
})

type CountedRow = Omit<UsageRow, 'bucket_id'>
interface ProjectRow extends CountedRow {
  readonly project_id: string
  readonly buckets: number
}
interface AuditRow extends CountedRow {
  readonly counted_objects: number
  readonly counted_bytes: number
  readonly counted_part_bytes: number
}

const usageFrom = ({ objects, bytes, part_bytes: partBytes }: CountedRow): Usage => ({
  objects,
  bytes,
  partBytes,
})

/** Of a bucket, bound three times. Delete markers have no bytes and are no objects. */
const counted = `
  SELECT count(*) AS objects, ifnull(sum(size), 0) AS bytes,
    (SELECT ifnull(sum(p.size), 0) FROM uploads u CROSS JOIN parts p ON p.upload_id = u.id WHERE u.bucket_id = ?) AS part_bytes
  FROM (
    SELECT size FROM objects WHERE bucket_id = ?
    UNION ALL SELECT size FROM versions WHERE bucket_id = ? AND is_delete_marker = 0
  )`

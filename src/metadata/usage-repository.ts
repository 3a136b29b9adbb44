import type { Knex } from 'knex'
import type { Usage, UsageAudit } from '../core/usage/usage.ts'

interface UsageRow extends Usage {
  bucket_id: number
}

/** Counted by the writes of objects; parts of unfinished uploads are not in it. */
export function usageRepository(db: Knex) {
  return {
    find: async (bucketId: number): Promise<Usage> => {
      const row = await db<UsageRow>('usage').where({ bucket_id: bucketId }).first('objects', 'bytes')
      return row ?? { objects: 0, bytes: 0 }
    },
    audit: async (bucketId: number): Promise<UsageAudit> => {
      const [row] = await db.raw<AuditRow[]>(
        `SELECT ifnull(u.objects, 0) AS objects, ifnull(u.bytes, 0) AS bytes, c.objects AS counted_objects, c.bytes AS counted_bytes
         FROM (${counted}) c LEFT JOIN usage u ON u.bucket_id = ?`,
        [bucketId, bucketId, bucketId],
      )
      if (!row) throw new Error('The database counted nothing.')
      return {
        recorded: { objects: row.objects, bytes: row.bytes },
        counted: { objects: row.counted_objects, bytes: row.counted_bytes },
      }
    },
  }
}

export const usageChanges = (db: Knex) => ({
  recount: async (bucketId: number): Promise<void> => {
    await db.raw(
      `INSERT INTO usage (bucket_id, objects, bytes) SELECT ?, objects, bytes FROM (${counted}) WHERE true
       ON CONFLICT (bucket_id) DO UPDATE SET objects = excluded.objects, bytes = excluded.bytes`,
      [bucketId, bucketId, bucketId],
    )
  },
})

interface AuditRow extends Usage {
  readonly counted_objects: number
  readonly counted_bytes: number
}

/** Of a bucket, bound twice. Delete markers have no bytes and are no objects. */
const counted = `
  SELECT count(*) AS objects, ifnull(sum(size), 0) AS bytes FROM (
    SELECT size FROM objects WHERE bucket_id = ?
    UNION ALL SELECT size FROM versions WHERE bucket_id = ? AND is_delete_marker = 0
  )`

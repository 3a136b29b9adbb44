import type { Knex } from 'knex'
import type { Usage } from '../core/usage/usage.ts'

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
  }
}

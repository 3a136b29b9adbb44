import type { Knex } from 'knex'

interface TrashRow {
  blob_id: string
  not_before: number
}

/** Blobs that no row names any more and that a job removes when their time has come. */
export function trashRepository(db: Knex) {
  const trash = () => db<TrashRow>('trash')
  return {
    list: async ({
      before,
      limit,
    }: {
      readonly before: number
      readonly limit: number
    }): Promise<readonly string[]> => {
      const ids: string[] = await trash()
        .where('not_before', '<=', before)
        .orderBy('not_before')
        .limit(limit)
        .pluck('blob_id')
      return ids
    },
  }
}

export function trashChanges(db: Knex) {
  return {
    add: async (blobIds: readonly string[], notBefore: number) => {
      if (blobIds.length === 0) return
      await db.raw('INSERT OR REPLACE INTO trash (blob_id, not_before) SELECT value, ? FROM json_each(?)', [
        notBefore,
        JSON.stringify(blobIds),
      ])
    },
    forget: async (blobIds: readonly string[]) => {
      await db.raw('DELETE FROM trash WHERE blob_id IN (SELECT value FROM json_each(?))', [
        JSON.stringify(blobIds),
      ])
    },
  }
}

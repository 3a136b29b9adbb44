import type { Knex } from 'knex'
import type { KnownRename } from '../core/objects/known-rename.ts'

interface RenameRow {
  bucket_id: number
  token: string
  request: string
  at: number
}

/** Renames by the tokens of their clients. */
export const renameRepository = (db: Knex) => ({
  find: async (bucketId: number, token: string): Promise<KnownRename | undefined> => {
    const row = await db<RenameRow>('renames').where({ bucket_id: bucketId, token }).first('request', 'at')
    return row && { token, ...row }
  },
})

export const renameChanges = (db: Knex) => ({
  put: async (bucketId: number, { token, request, at }: KnownRename, forgetBefore: number): Promise<void> => {
    await db<RenameRow>('renames').where('at', '<', forgetBefore).delete()
    await db<RenameRow>('renames')
      .insert({ bucket_id: bucketId, token, request, at })
      .onConflict(['bucket_id', 'token'])
      .merge()
  },
})

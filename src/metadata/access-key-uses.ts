import type { Knex } from 'knex'
import type { KeyUse, KeyUseChanges, KeyUses } from '../core/credentials/key-uses.ts'

interface UseRow {
  key_id: string
  at: number
  operation: string
}

export function accessKeyUses(db: Knex): KeyUses {
  const uses = () => db<UseRow>('access_key_uses')
  return {
    list: async (projectId) => {
      const keys = db<{ id: string; project_id: string }>('access_keys').where({ project_id: projectId })
      return (await uses().whereIn('key_id', keys.select('id'))).map(useFrom)
    },
    find: async (keyId) => {
      const row = await uses().where({ key_id: keyId }).first()
      return row && useFrom(row)
    },
  }
}

export const accessKeyUseChanges = (db: Knex): KeyUseChanges => ({
  note: async (uses) => {
    await db.raw(
      `INSERT INTO access_key_uses (key_id, at, operation)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE value ->> 0 IN (SELECT id FROM access_keys)
       ON CONFLICT (key_id) DO UPDATE SET at = excluded.at, operation = excluded.operation WHERE excluded.at >= at`,
      [JSON.stringify(uses.map(({ keyId, at, operation }) => [keyId, at, operation]))],
    )
  },
})

const useFrom = ({ key_id: keyId, at, operation }: UseRow): KeyUse => ({ keyId, at, operation })

import type { Knex } from 'knex'
import { textOf } from './project-repository.ts'
import type { NoteChange } from './catalog-changes.ts'
import type { AccessKey, AccessKeyOwner } from '../core/credentials/access-key.ts'
import type { Sealer } from '../lib/seal.ts'

interface AccessKeyRow {
  id: string
  project_id: string
  user_id: string | null
  name: string
  sealed_secret: string
  status: AccessKey['status']
  created_at: number
  expires_at: number | null
  policy: string | null
  rates: string | null
}

/** Secrets are sealed in the database and open in what it returns. */
export function accessKeyRepository(db: Knex, sealer: Sealer) {
  const keys = () => db<AccessKeyRow>('access_keys')
  const keyFrom = (row: AccessKeyRow): AccessKey => ({
    id: row.id,
    secret: sealer.open(row.sealed_secret, rowName(row.id)),
    projectId: row.project_id,
    name: row.name,
    status: row.status,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    ...(row.user_id !== null && { userId: row.user_id }),
    ...(row.policy !== null && { policy: row.policy }),
    ...(row.rates !== null && { rates: JSON.parse(row.rates) as NonNullable<AccessKey['rates']> }),
  })
  return {
    find: async (id: string): Promise<AccessKey | undefined> => {
      const row = await keys().where({ id }).first()
      return row && keyFrom(row)
    },
    /** Oldest first. */
    list: async (projectId: string, owner?: AccessKeyOwner): Promise<readonly AccessKey[]> => {
      const rows = keys().where({ project_id: projectId }).orderBy(['created_at', 'id'])
      if (owner) rows.where({ user_id: owner.userId ?? null })
      return (await rows).map(keyFrom)
    },
  }
}

export function accessKeyChanges(db: Knex, sealer: Sealer, note: NoteChange) {
  const keys = () => db<AccessKeyRow>('access_keys')
  const uses = () => db<{ key_id: string }>('access_key_uses')
  return {
    create: async (key: AccessKey) => {
      await keys().insert({
        id: key.id,
        project_id: key.projectId,
        user_id: key.userId ?? null,
        name: key.name,
        sealed_secret: sealer.seal(key.secret, rowName(key.id)),
        status: key.status,
        created_at: key.createdAt,
        expires_at: key.expiresAt ?? null,
        policy: key.policy ?? null,
        rates: textOf(key.rates),
      })
      await note(`key:${key.id}`)
    },
    setExpiry: async (id: string, expiresAt: number) => {
      await keys().where({ id }).update({ expires_at: expiresAt })
      await note(`key:${id}`)
    },
    setStatus: async (id: string, status: AccessKey['status']) => {
      await keys().where({ id }).update({ status })
      await note(`key:${id}`)
    },
    remove: async (id: string) => {
      await uses().where({ key_id: id }).delete()
      await keys().where({ id }).delete()
      await note(`key:${id}`)
    },
    removeOfProject: async (projectId: string) => {
      const ids = await keys().where({ project_id: projectId }).pluck('id')
      await uses().whereIn('key_id', ids).delete()
      await keys().where({ project_id: projectId }).delete()
      for (const id of ids) await note(`key:${id}`)
    },
  }
}

const rowName = (id: string) => `access_keys/${id}`

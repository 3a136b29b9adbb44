import type { Knex } from 'knex'
import type { NoteChange } from './catalog-changes.ts'
import type { AccessKey } from '../core/credentials/access-key.ts'
import type { Sealer } from '../lib/seal.ts'

interface AccessKeyRow {
  id: string
  project_id: string
  name: string
  sealed_secret: string
  status: AccessKey['status']
  created_at: number
  expires_at: number | null
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
  })
  return {
    find: async (id: string): Promise<AccessKey | undefined> => {
      const row = await keys().where({ id }).first()
      return row && keyFrom(row)
    },
    /** Oldest first. */
    list: async (projectId: string): Promise<readonly AccessKey[]> => {
      const rows = await keys().where({ project_id: projectId }).orderBy(['created_at', 'id'])
      return rows.map(keyFrom)
    },
  }
}

export function accessKeyChanges(db: Knex, sealer: Sealer, note: NoteChange) {
  const keys = () => db<AccessKeyRow>('access_keys')
  return {
    create: async (key: AccessKey) => {
      await keys().insert({
        id: key.id,
        project_id: key.projectId,
        name: key.name,
        sealed_secret: sealer.seal(key.secret, rowName(key.id)),
        status: key.status,
        created_at: key.createdAt,
        expires_at: key.expiresAt ?? null,
      })
      await note(`key:${key.id}`)
    },
    setStatus: async (id: string, status: AccessKey['status']) => {
      await keys().where({ id }).update({ status })
      await note(`key:${id}`)
    },
    remove: async (id: string) => {
      await keys().where({ id }).delete()
      await note(`key:${id}`)
    },
    removeOfProject: async (projectId: string) => {
      const ids = await keys().where({ project_id: projectId }).pluck('id')
      await keys().where({ project_id: projectId }).delete()
      for (const id of ids) await note(`key:${id}`)
    },
  }
}

const rowName = (id: string) => `access_keys/${id}`

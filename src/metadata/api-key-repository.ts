import type { Knex } from 'knex'
import type { ApiKey } from '../core/api-keys/api-key.ts'
import type { ApiKeyChanges, ApiKeyReads } from '../core/api-keys/api-key-store.ts'
import type { NoteChange } from './catalog-changes.ts'
import type { Sealer } from '../lib/seal.ts'

interface ApiKeyRow {
  id: string
  project_id: string
  name: string
  hash: string
  sealed_link_secret: string
  status: ApiKey['status']
  policy: string | null
  created_at: number
  expires_at: number | null
  last_used_at: number | null
}

interface ApiKeyRepository extends ApiKeyReads {
  find(id: string): Promise<ApiKey | undefined>
}

/** Link secrets are sealed in the database and open in what it returns. */
export function apiKeyRepository(db: Knex, sealer: Sealer): ApiKeyRepository {
  const keys = () => db<ApiKeyRow>('api_keys')
  const keyFrom = (row: ApiKeyRow): ApiKey => ({
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    hash: row.hash,
    linkSecret: sealer.open(row.sealed_link_secret, rowName(row.id)),
    status: row.status,
    policy: row.policy ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
  })
  return {
    find: async (id) => {
      const row = await keys().where({ id }).first()
      return row && keyFrom(row)
    },
    list: async (projectId) => {
      const rows = await keys().where({ project_id: projectId }).orderBy(['created_at', 'id'])
      return rows.map(keyFrom)
    },
  }
}

interface ApiKeyRowChanges extends ApiKeyChanges {
  removeOfProject(projectId: string): Promise<void>
}

export function apiKeyChanges(db: Knex, sealer: Sealer, note: NoteChange): ApiKeyRowChanges {
  const keys = () => db<ApiKeyRow>('api_keys')
  const rowFrom = (key: ApiKey): ApiKeyRow => ({
    id: key.id,
    project_id: key.projectId,
    name: key.name,
    hash: key.hash,
    sealed_link_secret: sealer.seal(key.linkSecret, rowName(key.id)),
    status: key.status,
    policy: key.policy ?? null,
    created_at: key.createdAt,
    expires_at: key.expiresAt ?? null,
    last_used_at: key.lastUsedAt ?? null,
  })
  return {
    find: (id) => apiKeyRepository(db, sealer).find(id),
    create: async (key) => {
      await keys().insert(rowFrom(key))
      await note(`api-key:${key.id}`)
    },
    replace: async (key) => {
      await keys().where({ id: key.id }).update(rowFrom(key))
      await note(`api-key:${key.id}`)
    },
    remove: async (id) => {
      await keys().where({ id }).delete()
      await note(`api-key:${id}`)
    },
    removeOfProject: async (projectId) => {
      const ids = await keys().where({ project_id: projectId }).pluck('id')
      await keys().where({ project_id: projectId }).delete()
      for (const id of ids) await note(`api-key:${id}`)
    },
    // The catalog need not know: nothing is decided by it.
    noteUse: async (uses) => {
      for (const [id, at] of uses) await keys().where({ id }).update({ last_used_at: at })
    },
  }
}

const rowName = (id: string) => `api_keys/${id}`

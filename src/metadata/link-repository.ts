import type { Knex } from 'knex'
import type { LinkChanges, LinkReads } from '../core/links/link-store.ts'
import type { SharedLink } from '../core/links/link.ts'

interface LinkRow {
  id: string
  project_id: string
  api_key_id: string
  bucket: string
  key: string
  method: SharedLink['method']
  is_single_use: 0 | 1
  created_at: number
  expires_at: number
  used_at: number | null
}

export const linkRepository = (db: Knex): LinkReads => ({
  find: async (id) => {
    const row = await db<LinkRow>('links').where({ id }).first()
    return row && linkFrom(row)
  },
  list: async ({ projectId, before, limit }) => {
    const links = db<LinkRow>('links').where({ project_id: projectId })
    if (before) void links.whereRaw('(created_at, id) < (?, ?)', [before.createdAt, before.id])
    const order = [
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]
    return (await links.orderBy(order).limit(limit)).map(linkFrom)
  },
})

export function linkChanges(db: Knex): LinkChanges {
  const links = () => db<LinkRow>('links')
  return {
    create: async (link) => {
      await links().insert({
        id: link.id,
        project_id: link.projectId,
        api_key_id: link.apiKeyId,
        bucket: link.bucket,
        key: link.key,
        method: link.method,
        is_single_use: link.isSingleUse ? 1 : 0,
        created_at: link.createdAt,
        expires_at: link.expiresAt,
        used_at: link.usedAt ?? null,
      })
    },
    use: async (id, usedAt) => {
      const used = await links().where({ id }).whereNull('used_at').update({ used_at: usedAt })
      return used > 0
    },
    remove: async (projectId, id) => (await links().where({ project_id: projectId, id }).delete()) > 0,
    forgetExpired: (before) => links().where('expires_at', '<', before).delete(),
  }
}

const linkFrom = (row: LinkRow): SharedLink => ({
  id: row.id,
  projectId: row.project_id,
  apiKeyId: row.api_key_id,
  bucket: row.bucket,
  key: row.key,
  method: row.method,
  isSingleUse: row.is_single_use === 1,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at ?? undefined,
})

import type { Knex } from 'knex'
import type { NoteChange } from './catalog-changes.ts'
import type { KmsKey } from '../core/encryption/kms-key.ts'
import type { Sealer } from '../lib/seal.ts'

interface KeyRow {
  id: string
  project_id: string
  alias: string | null
  status: KmsKey['status']
  created_at: number
}

interface MaterialRow {
  key_id: string
  version: number
  sealed_material: string
}

/** Material is sealed in the database and open in what it returns. */
export function kmsKeyRepository(db: Knex, sealer: Sealer) {
  const keys = () => db<KeyRow>('kms_keys')
  const keyFrom = async (row: KeyRow): Promise<KmsKey> => ({
    id: row.id,
    projectId: row.project_id,
    alias: row.alias ?? undefined,
    status: row.status,
    createdAt: row.created_at,
    materials: await materialsOf(row.id),
  })
  const materialsOf = async (id: string): Promise<readonly Buffer[]> => {
    const rows = await db<MaterialRow>('kms_materials').where({ key_id: id }).orderBy('version')
    return rows.map(({ version, sealed_material: sealed }) =>
      Buffer.from(sealer.open(sealed, rowName(id, version)), 'base64'),
    )
  }
  const findOne = async (where: Partial<KeyRow>): Promise<KmsKey | undefined> => {
    const row = await keys().where(where).first()
    return row && keyFrom(row)
  }
  return {
    find: (id: string) => findOne({ id }),
    findByAlias: (projectId: string, alias: string) => findOne({ project_id: projectId, alias }),
    /** Oldest first. */
    list: async (projectId: string): Promise<readonly KmsKey[]> => {
      const rows = await keys().where({ project_id: projectId }).orderBy(['created_at', 'id'])
      return Promise.all(rows.map(keyFrom))
    },
  }
}

export function kmsKeyChanges(db: Knex, sealer: Sealer, note: NoteChange) {
  const keys = () => db<KeyRow>('kms_keys')
  const materials = () => db<MaterialRow>('kms_materials')
  const addMaterial = (id: string, version: number, material: Buffer) =>
    materials().insert({
      key_id: id,
      version,
      sealed_material: sealer.seal(material.toString('base64'), rowName(id, version)),
    })
  const noteKey = async (id: string) => {
    const row = await keys().where({ id }).first()
    await note(`kms:${id}`)
    if (row?.alias) await note(`kms-alias:${row.project_id}/${row.alias}`)
  }
  return {
    create: async (key: KmsKey) => {
      await keys().insert({
        id: key.id,
        project_id: key.projectId,
        alias: key.alias ?? null,
        status: key.status,
        created_at: key.createdAt,
      })
      for (const [n, material] of key.materials.entries()) await addMaterial(key.id, n + 1, material)
      await noteKey(key.id)
    },
    setStatus: async (id: string, status: KmsKey['status']) => {
      await keys().where({ id }).update({ status })
      await noteKey(id)
    },
    rotate: async (id: string, material: Buffer) => {
      const newest = await materials().where({ key_id: id }).orderBy('version', 'desc').first()
      await addMaterial(id, (newest?.version ?? 0) + 1, material)
      await noteKey(id)
    },
  }
}

const rowName = (id: string, version: number) => `kms_materials/${id}/${String(version)}`

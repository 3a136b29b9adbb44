import type { Knex } from 'knex'
import { serverKey, type Sealer } from '../lib/seal.ts'

/** Of the one sealer of all these values; it was first made for access keys. */
export const sealPurpose = 'access keys'

interface SealedColumn {
  readonly table: string
  readonly column: string
  /** What the row is told by; `table/key/…` is the row's name for the sealer. */
  readonly key: readonly string[]
}

/** Every column whose values are sealed. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'access_keys', column: 'sealed_secret', key: ['id'] },
  { table: 'kms_materials', column: 'sealed_material', key: ['key_id', 'version'] },
  { table: 'api_keys', column: 'sealed_link_secret', key: ['id'] },
  { table: 'operators', column: 'sealed_factor', key: ['id'] },
]

/** Seals all of them anew, in the transaction that is open on `db`. Throws SealBroken. */
export async function resealAll(db: Knex, from: Sealer, to: Sealer): Promise<void> {
  for (const { table, column, key } of sealedColumns) {
    const rows = await db<Record<string, string | number>>(table)
      .whereNotNull(column)
      .select(...key, column)
    for (const { [column]: sealed = '', ...where } of rows) {
      const name = [table, ...key.map((part) => String(where[part]))].join('/')
      await db(table)
        .where(where)
        .update({ [column]: to.seal(from.open(String(sealed), name), name) })
    }
  }
}

interface Sealing {
  readonly masterKey: Buffer
  readonly sealer: Sealer
}

const settings = (db: Knex) => db<{ name: string; value: string }>('settings')
const keptServerKey = { name: 'sealed server key' }
const keptRow = 'settings/server key'

/** What wraps the data keys of objects: it outlives the master key that it was first derived from, sealed. */
export async function findServerKey(db: Knex, { masterKey, sealer }: Sealing): Promise<Buffer> {
  const kept = await settings(db).where(keptServerKey).first()
  return kept ? Buffer.from(sealer.open(kept.value, keptRow), 'base64') : serverKey(masterKey)
}

export async function putServerKey(db: Knex, key: Buffer, sealer: Sealer): Promise<void> {
  const value = sealer.seal(key.toString('base64'), keptRow)
  await settings(db)
    .insert({ ...keptServerKey, value })
    .onConflict('name')
    .merge()
}

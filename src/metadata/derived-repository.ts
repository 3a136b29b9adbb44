import type { Knex } from 'knex'
import type { Connection } from './connection.ts'
import type { Derived, DerivedChanges, DerivedReads } from '../core/derived/derived.ts'

interface DerivedRow {
  readonly id: number
  readonly blob_id: string
  readonly size: number
  readonly content_type: string | null
  readonly salt: string | null
}

/** A small form takes a block of the disk all the same. */
const bytesSql = 'max(size, 4096)'

/** Forms that were made of versions. The look-up is part of a download, so it is prepared. */
export async function openDerivedReads(reader: Connection, db: Knex): Promise<DerivedReads> {
  const find = await reader.prepare(
    'SELECT id, blob_id, size, content_type, salt FROM derived WHERE sequence = ? AND form = ?',
  )
  return {
    find: async (sequence, form) => {
      const [row] = await find.all<DerivedRow>(sequence, form)
      return row && derivedFrom(row)
    },
    total: async () => {
      const [row] = await db.raw<{ total: number | null }[]>(`SELECT sum(${bytesSql}) AS total FROM derived`)
      return row?.total ?? 0
    },
    listLeastUsed: (limit) =>
      db.raw<{ id: number; bytes: number }[]>(
        `SELECT id, ${bytesSql} AS bytes FROM derived ORDER BY last_used, id LIMIT ?`,
        [limit],
      ),
    listWithoutSource: async (limit) => {
      const rows = await db.raw<{ id: number }[]>(withoutSourceSql, [limit])
      return rows.map(({ id }) => id)
    },
  }
}

const isSource = (table: 'objects' | 'versions') =>
  `EXISTS (SELECT 1 FROM ${table} v WHERE v.bucket_id = d.bucket_id AND v.key = d.key AND v.sequence = d.sequence)`

const withoutSourceSql = `
  SELECT d.id FROM derived d WHERE NOT ${isSource('objects')} AND NOT ${isSource('versions')} ORDER BY d.id LIMIT ?`

export const derivedChanges = (db: Knex): DerivedChanges => ({
  put: async ({ bucketId, sequence, form, blobId, contentType, at, ...rest }, trashAfter) => {
    await trash(db, 'sequence = ? AND form = ?', [sequence, form], trashAfter)
    await db('derived').insert({
      ...rest,
      bucket_id: bucketId,
      sequence,
      form,
      blob_id: blobId,
      content_type: contentType ?? null,
      salt: rest.salt ?? null,
      last_used: at,
    })
  },
  noteUses: async (uses) => {
    await db.raw(
      `UPDATE derived SET last_used = used.value ->> 1 FROM json_each(?) used WHERE derived.id = used.value ->> 0`,
      [JSON.stringify(uses.map(({ id, at }) => [id, at]))],
    )
  },
  remove: (ids, trashAfter) =>
    trash(db, 'id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)], trashAfter),
})

async function trash(
  db: Knex,
  where: string,
  values: readonly (string | number)[],
  trashAfter: number,
): Promise<void> {
  await db.raw(
    `INSERT OR REPLACE INTO trash (blob_id, not_before) SELECT blob_id, ? FROM derived WHERE ${where}`,
    [trashAfter, ...values],
  )
  await db.raw(`DELETE FROM derived WHERE ${where}`, [...values])
}

const derivedFrom = (row: DerivedRow): Derived => ({
  id: row.id,
  blobId: row.blob_id,
  size: row.size,
  contentType: row.content_type ?? undefined,
  salt: row.salt ?? undefined,
})

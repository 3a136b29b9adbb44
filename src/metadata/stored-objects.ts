import type { Knex } from 'knex'
import { objectColumns, objectFrom } from './object-row.ts'
import type { Connection } from './connection.ts'
import type { ObjectAttributes, ObjectPart, ObjectVersion } from '../core/objects/object-version.ts'

type ObjectRow = Readonly<Record<(typeof objectColumns)[number], unknown>>

/** What everyday transactions see of objects. */
export function storedObjects(db: Knex) {
  return {
    /** Without its bytes. */
    find: async (bucketId: number, key: string): Promise<ObjectVersion | undefined> => {
      const row = await db<ObjectRow>('objects')
        .where({ bucket_id: bucketId, key })
        .first<ObjectRow | undefined>(objectColumns)
      return (
        row &&
        objectFrom(
          objectColumns.map((column) => row[column]),
          undefined,
        )
      )
    },
    exist: async (bucketId: number): Promise<boolean> => {
      for (const table of ['objects', 'versions'])
        if (await db(table).where({ bucket_id: bucketId }).first('key')) return true
      return false
    },
    putAttributes: async ({ bucketId, key, sequence }: ObjectVersion, attributes: ObjectAttributes) => {
      for (const table of ['objects', 'versions'])
        await db(table)
          .where({ bucket_id: bucketId, key, sequence })
          .update({ attributes: JSON.stringify(attributes) })
    },
  }
}

/** Opens the look-up of a multipart object's parts, in order. */
export async function openObjectParts(reader: Connection) {
  const find = await reader.prepare(
    `SELECT json_group_array(json_array(part_number, size, etag, blob_id, checksum)) AS parts
     FROM (SELECT * FROM object_parts WHERE sequence = ? ORDER BY part_number)`,
  )
  return async (sequence: number): Promise<readonly ObjectPart[]> => {
    const [row] = await find.all<{ parts: string }>(sequence)
    return (JSON.parse(row?.parts ?? '[]') as readonly PartValues[]).map(
      ([partNumber, size, etag, blobId, checksum]) => ({
        partNumber,
        size,
        etag,
        blobId,
        checksum: checksum ?? undefined,
      }),
    )
  }
}

type PartValues = readonly [
  partNumber: number,
  size: number,
  etag: string,
  blobId: string,
  checksum: string | null,
]

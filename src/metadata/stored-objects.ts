import type { Knex } from 'knex'
import { objectColumns, objectFrom, versionColumns } from './object-row.ts'
import { sequenceOf } from '../core/objects/version-id.ts'
import type { Connection } from './connection.ts'
import type { ObjectAttributes, ObjectPart, ObjectVersion } from '../core/objects/object-version.ts'

type VersionRow = Readonly<Record<(typeof versionColumns)[number], unknown>>

/** What everyday transactions see of objects. */
export function storedObjects(db: Knex) {
  return {
    /** Without its bytes. */
    find: async (bucketId: number, key: string): Promise<ObjectVersion | undefined> => {
      const row = await db<VersionRow>('objects')
        .where({ bucket_id: bucketId, key })
        .first<VersionRow | undefined>(objectColumns)
      return row && fromRow(row)
    },
    /** Without its bytes. */
    findVersion: async (
      bucketId: number,
      key: string,
      versionId: string,
    ): Promise<ObjectVersion | undefined> => {
      const where = { bucket_id: bucketId, key, version_id: versionId }
      const live = await db<VersionRow>('objects').where(where).first<VersionRow | undefined>(objectColumns)
      if (live) return fromRow(live)
      const sequence = sequenceOf(versionId)
      // A version is found by the sequence in its id, the null version by the index of its own.
      const row = await db<VersionRow>('versions')
        .where(sequence === undefined ? where : { ...where, sequence })
        .whereRaw(sequence === undefined ? `version_id = 'null'` : 'true')
        .first<VersionRow | undefined>(versionColumns)
      return row && fromRow(row)
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

const fromRow = (row: VersionRow): ObjectVersion =>
  objectFrom(
    versionColumns.map((column) => row[column]),
    undefined,
  )

/** Opens the look-up of a multipart object's parts, in order. */
export async function openObjectParts(reader: Connection) {
  const find = await reader.prepare(
    `SELECT json_group_array(json_array(part_number, size, etag, blob_id, checksum, salt)) AS parts
     FROM (SELECT * FROM object_parts WHERE sequence = ? ORDER BY part_number)`,
  )
  return async (sequence: number): Promise<readonly ObjectPart[]> => {
    const [row] = await find.all<{ parts: string }>(sequence)
    return (JSON.parse(row?.parts ?? '[]') as readonly PartValues[]).map(
      ([partNumber, size, etag, blobId, checksum, salt]) => ({
        partNumber,
        size,
        etag,
        blobId,
        checksum: checksum ?? undefined,
        salt: salt ?? undefined,
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
  salt: string | null,
]

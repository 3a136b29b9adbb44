import { batched } from './batch.ts'
import { objectColumns, objectFrom, versionColumns } from './object-row.ts'
import { sequenceOf } from '../core/objects/version-id.ts'
import type { Connection } from './connection.ts'
import type { Metadata } from '../core/ports.ts'
import type { ObjectVersion } from '../core/objects/object-version.ts'

interface Wanted {
  readonly bucketId: number
  readonly key: string
  readonly versionId: string
  readonly withData: boolean
}

/** Look-ups of named versions, those that arrive while one statement runs sharing the next, and of delete markers. */
export async function openVersionReads(
  reader: Connection,
): Promise<Pick<Metadata, 'findVersion' | 'findDeleteMarker'>> {
  const [find, findNewest] = await Promise.all([reader.prepare(findSql), reader.prepare(newestSql)])

  const findAll = async (wanted: readonly Wanted[]): Promise<readonly (ObjectVersion | undefined)[]> => {
    const rows = await find.all<{ n: number; row: string; data: Buffer | null }>(
      JSON.stringify(
        wanted.map(({ bucketId, key, versionId, withData }) => [
          bucketId,
          key,
          withData ? 1 : 0,
          versionId,
          sequenceOf(versionId) ?? null,
        ]),
      ),
    )
    const found = new Array<ObjectVersion | undefined>(wanted.length)
    for (const { n, row, data } of rows)
      found[n] = objectFrom(JSON.parse(row) as unknown[], data ?? undefined)
    return found
  }
  const findOne = batched(findAll, { count: 256 })
  return {
    findVersion: (bucketId, key, { versionId, withData }) => findOne({ bucketId, key, versionId, withData }),
    findDeleteMarker: async (bucketId, key) => {
      const [newest] = await findNewest.all<{ row: string }>(bucketId, key)
      return newest && objectFrom(JSON.parse(newest.row) as unknown[], undefined)
    },
  }
}

const rowOf = (columns: readonly string[]) =>
  `json_array(${columns.map((column) => `v.${column}`).join(', ')})`
const withData = 'LEFT JOIN inline_blobs i ON wanted.value ->> 2 AND v.is_inline AND i.sequence = v.sequence'
const ofKey = 'v.bucket_id = wanted.value ->> 0 AND v.key = wanted.value ->> 1'

/** A version is found by the sequence in its id, the null version by the index of its own. */
const findSql = `
  SELECT wanted.key AS n, ${rowOf(objectColumns)} AS row, i.data
  FROM json_each(?1) wanted CROSS JOIN objects v ON ${ofKey} AND v.version_id = wanted.value ->> 3 ${withData}
  UNION ALL
  SELECT wanted.key, ${rowOf(versionColumns)}, i.data
  FROM json_each(?1) wanted
  CROSS JOIN versions v ON ${ofKey} AND v.sequence = wanted.value ->> 4 AND v.version_id = wanted.value ->> 3 ${withData}
  UNION ALL
  SELECT wanted.key, ${rowOf(versionColumns)}, i.data
  FROM json_each(?1) wanted
  CROSS JOIN versions v ON wanted.value ->> 3 = 'null' AND ${ofKey} AND v.version_id = 'null' ${withData}`

/** Where no object is live, the newest version is a delete marker. */
const newestSql = `
  SELECT ${rowOf(versionColumns)} AS row FROM versions v
  WHERE v.bucket_id = ?1 AND v.key = ?2 AND NOT EXISTS (SELECT 1 FROM objects WHERE bucket_id = ?1 AND key = ?2)
  ORDER BY v.sequence DESC LIMIT 1`

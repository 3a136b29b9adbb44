import type { Knex } from 'knex'
import type { Encryption } from '../core/encryption/encryption.ts'
import type { NamedBlob } from '../core/ports.ts'

const usingTables = ['objects', 'versions', 'object_parts', 'parts', 'annotations']
/** What was made of objects is nobody's loss: it is made again. */
const namingTables = [...usingTables, 'derived', 'trash']

/** Which blobs are still spoken for. */
export function namedBlobs(db: Knex) {
  return {
    named: (blobIds: readonly string[]) => among(db, namingTables, blobIds),
    used: (blobIds: readonly string[]) => among(db, usingTables, blobIds),
    count: async (): Promise<number> => {
      const counts = usingTables.map((table) => `(SELECT count(*) FROM ${table} WHERE blob_id IS NOT NULL)`)
      const [row] = await db.raw<{ total: number }[]>(`SELECT ${counts.join(' + ')} AS total`)
      return row?.total ?? 0
    },
    /** Walks the objects, the versions, the parts of unfinished uploads, then the annotations, each by its primary key. */
    list: async ({
      after,
      limit,
    }: {
      readonly after: string
      readonly limit: number
    }): Promise<readonly NamedBlob[]> => {
      const [from, ...position] = after === '' ? [0] : (JSON.parse(after) as Cursor)
      const blobs: NamedBlob[] = []
      for (let n = from; n < walks.length && blobs.length < limit; n++) {
        const walk = walks[n]
        if (!walk) break
        const start = n === from && position.length > 0 ? position : walk.start
        const rows = await db.raw<WalkRow[]>(walk.sql, [...walk.bind(start), limit - blobs.length])
        blobs.push(...rows.map((row) => blobFrom(row, n)))
      }
      return blobs
    },
  }
}

async function among(
  db: Knex,
  tables: readonly string[],
  blobIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = tables.map(
    (table) => `SELECT blob_id FROM ${table} WHERE blob_id IN (SELECT value FROM asked)`,
  )
  const rows = await db.raw<{ blob_id: string }[]>(
    `WITH asked (value) AS (SELECT value FROM json_each(?)) ${found.join(' UNION ')}`,
    [JSON.stringify(blobIds)],
  )
  return new Set(rows.map(({ blob_id: id }) => id))
}

type Position = readonly (string | number)[]
type Cursor = readonly [walk: number, ...position: Position]

interface WalkRow {
  readonly blob_id: string
  readonly size: number
  readonly etag: string
  readonly bucket_id: number
  readonly key: string
  readonly version_id: string | null
  readonly upload_id: string | null
  readonly annotation: string | null
  /** JSON. */
  readonly encryption: string | null
  readonly salt: string | null
  /** JSON: the primary key of the row. */
  readonly position: string
}

interface Walk {
  readonly sql: string
  readonly start: Position
  readonly bind: (position: Position) => Position
}

/** Two bounds: the first is what the index can seek, the second tells the parts of one object apart. */
const versionWalk = (table: 'objects' | 'versions'): Walk => ({
  sql: `
    SELECT coalesce(v.blob_id, p.blob_id) AS blob_id, coalesce(p.size, v.size) AS size, coalesce(p.etag, v.etag) AS etag, v.bucket_id, v.key, v.version_id, NULL AS upload_id, NULL AS annotation,
      v.attributes -> '$.encryption' AS encryption, p.salt, json_array(v.bucket_id, v.key, -v.sequence, ifnull(p.part_number, 0)) AS position
    FROM ${table} v LEFT JOIN object_parts p ON v.part_count > 0 AND p.sequence = v.sequence
    WHERE (v.bucket_id, v.key) >= (?, ?) AND (v.bucket_id, v.key, -v.sequence, ifnull(p.part_number, 0)) > (?, ?, ?, ?)
      AND (v.blob_id IS NOT NULL OR p.blob_id IS NOT NULL)
    ORDER BY v.bucket_id, v.key, v.sequence DESC, p.part_number LIMIT ?`,
  start: [0, '', Number.MIN_SAFE_INTEGER, 0],
  bind: (position) => [...position.slice(0, 2), ...position],
})

const uploadWalk: Walk = {
  sql: `
    SELECT p.blob_id, p.size, p.etag, p.bucket_id, u.key, NULL AS version_id, p.upload_id, NULL AS annotation,
      u.attributes -> '$.encryption' AS encryption, p.salt, json_array(p.upload_id, p.part_number) AS position
    FROM parts p JOIN uploads u ON u.id = p.upload_id
    WHERE (p.upload_id, p.part_number) > (?, ?) ORDER BY p.upload_id, p.part_number LIMIT ?`,
  start: ['', 0],
  bind: (position) => position,
}

const annotationWalk: Walk = {
  sql: `
    SELECT a.blob_id, a.size, a.etag, a.bucket_id, a.key, coalesce(o.version_id, v.version_id) AS version_id, NULL AS upload_id, a.name AS annotation,
      coalesce(o.attributes, v.attributes) -> '$.encryption' AS encryption, a.salt, json_array(a.id) AS position
    FROM annotations a
    LEFT JOIN objects o ON o.bucket_id = a.bucket_id AND o.key = a.key AND o.sequence = a.sequence
    LEFT JOIN versions v ON v.bucket_id = a.bucket_id AND v.key = a.key AND v.sequence = a.sequence
    WHERE a.id > ? AND a.blob_id IS NOT NULL ORDER BY a.id LIMIT ?`,
  start: [0],
  bind: (position) => position,
}

const walks: readonly Walk[] = [versionWalk('objects'), versionWalk('versions'), uploadWalk, annotationWalk]

const blobFrom = (row: WalkRow, walk: number): NamedBlob => ({
  blobId: row.blob_id,
  size: row.size,
  etag: row.etag,
  bucketId: row.bucket_id,
  key: row.key,
  versionId: row.version_id ?? undefined,
  uploadId: row.upload_id ?? undefined,
  annotation: row.annotation ?? undefined,
  encryption: row.encryption === null ? undefined : (JSON.parse(row.encryption) as Encryption),
  salt: row.salt ?? undefined,
  cursor: JSON.stringify([walk, ...(JSON.parse(row.position) as Position)]),
})

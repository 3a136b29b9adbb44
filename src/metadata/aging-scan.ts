import { behindKey, behindPrefix } from '../lib/key-order.ts'
import type { Connection } from './connection.ts'
import type { AgingPage, AgingQuery, AgingRest, AgingRow } from '../core/lifecycle/aging-version.ts'
import type { ObjectLock } from '../core/objects/object-lock.ts'
import type { Tags } from '../core/objects/object-version.ts'

/** Opens the walks over all versions of a bucket; a page costs the rows that it looks at. */
export async function openAgingScan(lister: Connection) {
  const [objects, rest] = await Promise.all([lister.prepare(objectsSql), lister.prepare(restSql)])
  return {
    /** Live objects that were last written before a moment. */
    agingObjects: async (query: AgingQuery, writtenBefore: number): Promise<AgingPage<AgingRow>> => {
      const { bucketId, prefix, after, limit } = query
      const start = after ? behindKey(after.key) : prefix
      const [page] = await objects.all<Page>(bucketId, start, behindPrefix(prefix), limit, writtenBefore)
      return pageOf(page, query, rowFrom)
    },
    /** All versions that are no live objects, the newest of a key first. */
    agingRest: async (query: AgingQuery): Promise<AgingPage<AgingRest>> => {
      const { bucketId, prefix, after, limit } = query
      const { key, sequence } = after ?? { key: prefix, sequence: Number.MAX_SAFE_INTEGER }
      const [page] = await rest.all<Page>(bucketId, key, behindPrefix(prefix), limit, sequence)
      return pageOf(page, query, (values) => ({ ...rowFrom(values), liveSince: values[9] ?? undefined }))
    },
  }
}

type Values = readonly [
  key: string,
  sequence: number,
  versionId: string,
  isDeleteMarker: 0 | 1,
  size: number,
  modified: number,
  storageClass: string,
  tags: Tags | null,
  lock: ObjectLock | null,
  liveSince: number | null,
]

interface Page {
  /** JSON: the rows that are wanted. */
  readonly rows: string
  readonly looked: number
  /** JSON: key and sequence of the last row that was looked at. */
  readonly last: string | null
}

function pageOf<Row>(
  page: Page | undefined,
  { limit }: AgingQuery,
  fromValues: (values: Values) => Row,
): AgingPage<Row> {
  if (!page) return { rows: [], end: undefined }
  const rows = (JSON.parse(page.rows) as readonly Values[]).map(fromValues)
  const [key, sequence] = JSON.parse(page.last ?? '["",0]') as readonly [string, number]
  return { rows, end: page.looked < limit ? undefined : { key, sequence } }
}

const rowFrom = (values: Values): AgingRow => {
  const [key, sequence, versionId, isDeleteMarker, size, lastModified, storageClass, tags, lock] = values
  return {
    key,
    sequence,
    versionId,
    isDeleteMarker: isDeleteMarker === 1,
    size,
    lastModified,
    storageClass,
    tags: tags ?? undefined,
    lock: lock ?? undefined,
  }
}

const facts = (isDeleteMarker: string) =>
  `key, sequence, version_id, ${isDeleteMarker}, size, modified, storage_class, attributes -> '$.tags', attributes -> '$.lock'`

// One cell of JSON rather than a row for each: building rows costs more than parsing.
const objectsSql = `
  SELECT count(*) AS looked, json_array(max(key), 0) AS last,
    json_group_array(json_array(${facts('0')}, NULL)) FILTER (WHERE modified < ?5) AS rows
  FROM (SELECT * FROM objects WHERE bucket_id = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4)`

/** The last row is the oldest version of the last key. */
const restSql = `
  WITH page AS MATERIALIZED (
    SELECT * FROM versions WHERE bucket_id = ?1 AND key >= ?2 AND key < ?3 AND (key > ?2 OR sequence < ?5)
    ORDER BY key, sequence DESC LIMIT ?4)
  SELECT count(*) AS looked,
    (SELECT json_array(key, sequence) FROM page ORDER BY key DESC, sequence LIMIT 1) AS last,
    json_group_array(json_array(${facts('is_delete_marker')},
      (SELECT o.modified FROM objects o WHERE o.bucket_id = page.bucket_id AND o.key = page.key))) AS rows
  FROM page`

import { behindKey, behindPrefix, commonPrefixOf, compareKeys } from '../lib/key-order.ts'
import { nullVersionId, sequenceOf } from '../core/objects/version-id.ts'
import type { Binding, Connection } from './connection.ts'
import type { VersionPage, VersionQuery } from '../core/objects/list-query.ts'

const mostEntries = 1000

/** Opens the listing of versions and delete markers; a page costs what it returns, whatever lies below a prefix, under a key or in the bucket. */
export async function openVersionListing(lister: Connection) {
  const [walk, findNull] = await Promise.all([lister.prepare(walkSql), lister.prepare(nullSql)])

  /** The sequence of the marker's version; 0 when the marker is its whole key. */
  const sequenceAt = async (query: VersionQuery): Promise<number> => {
    const { bucketId, prefix, delimiter, keyMarker, versionIdMarker } = query
    const isListed =
      keyMarker.startsWith(prefix) && commonPrefixOf(keyMarker, prefix, delimiter) === undefined
    if (versionIdMarker === undefined || !isListed) return 0
    if (versionIdMarker !== nullVersionId) return sequenceOf(versionIdMarker) ?? 0
    const [row] = await findNull.all<{ sequence: number }>(bucketId, keyMarker)
    // It has been deleted meanwhile, and nothing tells its place: rather the key's versions again than none of them.
    return row?.sequence ?? Number.MAX_SAFE_INTEGER
  }

  return async (query: VersionQuery): Promise<VersionPage> => {
    const { bucketId, prefix, delimiter } = query
    const limit = Math.min(query.limit, mostEntries)
    if (limit <= 0) return { entries: [], isTruncated: false }
    const grouping: Binding[] = delimiter
      ? [Array.from(prefix).length + 1, delimiter, behindPrefix(delimiter)]
      : [1, null, null]
    const rows = await walk.all<{ row: string }>(
      bucketId,
      startOf(query),
      behindPrefix(prefix),
      limit + 1,
      ...grouping,
      query.keyMarker,
      await sequenceAt(query),
    )
    const entries = rows.map(({ row }) => entryFrom(JSON.parse(row) as Row, query))
    return { entries: entries.slice(0, limit), isTruncated: entries.length > limit }
  }
}

/** Where the keys behind the marker's begin, inclusive. */
function startOf({ prefix, delimiter, keyMarker }: VersionQuery): string {
  if (keyMarker === '' || compareKeys(keyMarker, prefix) < 0) return prefix
  const skipped = commonPrefixOf(keyMarker, prefix, delimiter)
  return skipped === undefined ? behindKey(keyMarker) : behindPrefix(skipped)
}

const nullSql = `
  SELECT sequence FROM objects WHERE bucket_id = ?1 AND key = ?2 AND version_id = 'null'
  UNION ALL SELECT sequence FROM versions WHERE bucket_id = ?1 AND key = ?2 AND version_id = 'null'`

const newestOf = (key: string) => `coalesce(
  (SELECT sequence FROM objects WHERE bucket_id = ?1 AND key = ${key}),
  (SELECT sequence FROM versions WHERE bucket_id = ?1 AND key = ${key} ORDER BY sequence DESC LIMIT 1))`
const olderOf = (key: string, sequence: string) =>
  `(SELECT sequence FROM versions WHERE bucket_id = ?1 AND key = ${key} AND sequence < ${sequence} ORDER BY sequence DESC LIMIT 1)`
const firstKey = (start: string) => `(SELECT min(key) FROM (
  SELECT * FROM (SELECT key FROM objects WHERE bucket_id = ?1 AND key >= ${start} AND key < ?3 ORDER BY key LIMIT 1)
  UNION ALL
  SELECT * FROM (SELECT key FROM versions WHERE bucket_id = ?1 AND key >= ${start} AND key < ?3 ORDER BY key LIMIT 1)))`

/**
 * Walks from version to version of a key, then on to the next key; one that holds the delimiter behind the prefix stands for its common prefix,
 * and the walk goes on behind all keys of that prefix. ?5 is the place behind the prefix (in code points), ?6 the delimiter, ?7 the first text
 * behind the delimiter. It begins with the versions of key ?8 that are older than ?9. Its `sequence` is null at the newest of a key.
 */
const place = 'ifnull(instr(substr(walk.key, ?5), ?6), 0)'
const older = `iif(${place}, NULL, ${olderOf('walk.key', `ifnull(walk.sequence, ${newestOf('walk.key')})`)})`
const behind = `iif(${place}, substr(walk.key, 1, ?5 + ${place} - 2) || ?7, walk.key || char(1))`
const columns = ['version_id', 'size', 'etag', 'modified', 'owner_id', 'storage_class', 'checksum'] as const
const values = columns.map((column) => `iif(o.key IS NULL, v.${column}, o.${column})`).join(', ')
const walkSql = `
  WITH RECURSIVE
  marked (sequence, newest) AS (
    SELECT iif(newest < ?9, newest, ${olderOf('?8', '?9')}), newest FROM (SELECT ${newestOf('?8')} AS newest)),
  walk (key, sequence) AS (
    SELECT iif(sequence IS NULL, ${firstKey('?2')}, ?8), nullif(sequence, newest) FROM marked
    UNION ALL
    SELECT iif(${older} IS NULL, ${firstKey(behind)}, walk.key), ${older} FROM walk WHERE walk.key IS NOT NULL
    LIMIT ?4)
  SELECT json_array(walk.key, ${place} > 0, walk.sequence IS NULL, v.is_delete_marker, ${values}) AS row
  FROM walk
  LEFT JOIN objects o ON ${place} = 0 AND walk.sequence IS NULL AND o.bucket_id = ?1 AND o.key = walk.key
  LEFT JOIN versions v ON ${place} = 0 AND o.key IS NULL AND v.bucket_id = ?1 AND v.key = walk.key
    AND v.sequence = ifnull(walk.sequence, ${newestOf('walk.key')})
  WHERE walk.key IS NOT NULL`

type Row = readonly [
  key: string,
  isGroup: 0 | 1,
  isLatest: 0 | 1,
  isDeleteMarker: 0 | 1 | null,
  versionId: string,
  size: number,
  etag: string,
  modified: number,
  ownerId: string,
  storageClass: string,
  checksum: string | null,
]

function entryFrom(row: Row, { prefix, delimiter }: VersionQuery): VersionPage['entries'][number] {
  const [key, isGroup, isLatest, isDeleteMarker, versionId, size, etag, modified, ownerId, storageClass] = row
  if (isGroup) return { commonPrefix: commonPrefixOf(key, prefix, delimiter) ?? key }
  const [checksumAlgorithm, checksumType] = row[10]?.split('/') ?? []
  return {
    key,
    versionId,
    isLatest: isLatest === 1,
    isDeleteMarker: isDeleteMarker === 1,
    size,
    etag,
    lastModified: modified,
    ownerId,
    storageClass,
    checksumAlgorithm,
    checksumType,
  }
}

import { behindKey, behindPrefix, commonPrefixOf, compareKeys } from '../lib/key-order.ts'
import type { Connection } from './connection.ts'
import type { ListedEntry, ListedObject, ListedPage, ListQuery } from '../core/objects/list-query.ts'

const mostEntries = 1000

/** Opens the listing of live keys; a page costs what it returns, whatever lies below a prefix or in the bucket. */
export async function openListing(lister: Connection) {
  const [scan, walk] = await Promise.all([lister.prepare(scanSql), lister.prepare(walkSql)])

  const readPage = async (query: ListQuery, count: number): Promise<PageRow | undefined> => {
    const { bucketId, prefix, delimiter } = query
    const range = [bucketId, startOf(query), behindPrefix(prefix), count] as const
    const [row] = delimiter
      ? await walk.all<PageRow>(...range, Array.from(prefix).length + 1, delimiter, behindPrefix(delimiter))
      : await scan.all<PageRow>(...range)
    return row
  }
  return async (query: ListQuery): Promise<ListedPage> => {
    const limit = Math.min(query.limit, mostEntries)
    if (limit <= 0) return { entries: [], isTruncated: false }
    const row = await readPage(query, limit + 1)
    const entries = row ? entriesOf(row, query) : []
    return { entries: entries.slice(0, limit), isTruncated: entries.length > limit }
  }
}

/** Where the page begins, inclusive. */
function startOf({ prefix, delimiter, after }: ListQuery): string {
  if (!after || compareKeys(after, prefix) < 0) return prefix
  const skipped = commonPrefixOf(after, prefix, delimiter)
  return skipped === undefined ? behindKey(after) : behindPrefix(skipped)
}

/** Keys and columns of a page, each in one cell, since rows cost more than parsing. The size of a common prefix is null. */
interface PageRow {
  readonly keys: string
  readonly sizes: string
  readonly etags: string | null
  readonly times: string
  /** `owner class checksum` of each; '' where it is that of the first object, as it mostly is. */
  readonly origins: string | null
  readonly origin: string | null
}

const first = `first AS (
  SELECT owner_id, storage_class, checksum FROM objects WHERE bucket_id = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT 1)`
const originText = `owner_id || ' ' || storage_class || ' ' || ifnull(checksum, '')`
const pageOf = (rows: string) => `
  SELECT json_group_array(key) AS keys, json_group_array(size) AS sizes, group_concat(ifnull(etag, '')) AS etags,
    json_group_array(modified) AS times, (SELECT ${originText} FROM first) AS origin,
    group_concat(ifnull(iif((owner_id, storage_class, checksum) IS (SELECT * FROM first), '', ${originText}), '')) AS origins
  FROM (${rows})`

const scanSql = `WITH ${first} ${pageOf(`
  SELECT key, size, etag, modified, owner_id, storage_class, checksum
  FROM objects WHERE bucket_id = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4`)}`

/**
 * Walks from key to key; one that holds the delimiter behind the prefix stands for its common prefix, and the walk goes on behind
 * all keys of that prefix. ?5 is the place behind the prefix (in code points), ?6 the delimiter, ?7 the first text behind the delimiter.
 */
const place = 'instr(substr(walk.key, ?5), ?6)'
const walkSql = `
  WITH RECURSIVE walk (key) AS (
    SELECT * FROM (SELECT key FROM objects WHERE bucket_id = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT 1)
    UNION ALL
    SELECT (
      SELECT o.key FROM objects o WHERE o.bucket_id = ?1 AND o.key < ?3 AND o.key >=
        iif(${place}, substr(walk.key, 1, ?5 + ${place} - 2) || ?7, walk.key || char(1))
      ORDER BY o.key LIMIT 1)
    FROM walk WHERE walk.key IS NOT NULL
    LIMIT ?4), ${first} ${pageOf(`
  SELECT walk.key, size, etag, modified, owner_id, storage_class, checksum
  FROM walk LEFT JOIN objects o ON ${place} = 0 AND o.bucket_id = ?1 AND o.key = walk.key WHERE walk.key IS NOT NULL`)}`

type Origin = Pick<ListedObject, 'ownerId' | 'storageClass' | 'checksumAlgorithm' | 'checksumType'>

function entriesOf(row: PageRow, { prefix, delimiter }: ListQuery): readonly ListedEntry[] {
  const keys = JSON.parse(row.keys) as readonly string[]
  const sizes = JSON.parse(row.sizes) as readonly (number | null)[]
  const times = JSON.parse(row.times) as readonly number[]
  const etags = (row.etags ?? '').split(',')
  const origins = (row.origins ?? '').split(',')
  const usual = originOf(row.origin ?? '')
  return keys.map((key, n) => {
    const size = sizes[n] ?? null
    if (size === null) return { commonPrefix: commonPrefixOf(key, prefix, delimiter) ?? key }
    const text = origins[n]
    const { ownerId, storageClass, checksumAlgorithm, checksumType } = text ? originOf(text) : usual
    return {
      key,
      size,
      etag: etags[n] ?? '',
      lastModified: times[n] ?? 0,
      ownerId,
      storageClass,
      checksumAlgorithm,
      checksumType,
    }
  })
}

function originOf(text: string): Origin {
  const [ownerId = '', storageClass = '', checksum = ''] = text.split(' ')
  const [checksumAlgorithm, checksumType] = checksum === '' ? [] : checksum.split('/')
  return { ownerId, storageClass, checksumAlgorithm, checksumType }
}

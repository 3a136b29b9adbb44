import { nullVersionId, sequenceOf } from '../core/objects/version-id.ts'
import { allowancesOf, quotasSql, type QuotaRow } from './bucket-quotas.ts'
import type { Connection } from './connection.ts'
import type { ObjectLock } from '../core/objects/object-lock.ts'
import type { VersionFacts } from '../core/objects/write-changes.ts'
import type { Versioning } from '../core/buckets/bucket.ts'
import type { WriteRequest, WriteRows } from '../core/objects/evaluate-writes.ts'

type ReadRows = (requests: readonly WriteRequest[]) => Promise<WriteRows>

/**
 * Opens the look-up of what a batch of writes touches: one statement for the live objects, and a second one only for keys of buckets that
 * have other versions.
 */
export async function openTouchedVersions(writer: Connection): Promise<ReadRows> {
  const [live, history] = await Promise.all([writer.prepare(liveSql), writer.prepare(historySql)])

  const addLive = (versions: VersionsByKey, requests: readonly WriteRequest[], rows: readonly LiveRow[]) => {
    for (const [n, sequence, ...facts] of rows) {
      const request = requests[n]
      if (request)
        versions.set(nameOf(request), [factsOf('objects', [sequence, nullVersionId, 0, ...facts, null])])
    }
  }
  const addHistory = async (versions: VersionsByKey, requests: readonly WriteRequest[]) => {
    const wanted = wantedOf(requests)
    const rows = await history.all<HistoryRow>(
      JSON.stringify(wanted.map(({ bucketId, key, named }) => [bucketId, key, [...named]])),
      Math.max(...wanted.map(({ removals }) => removals)),
    )
    const found = wanted.map((): VersionFacts[] => [])
    for (const { n, is_live: isLive, facts } of rows)
      found[n]?.push(factsOf(isLive ? 'objects' : 'versions', JSON.parse(facts) as FactValues))
    wanted.forEach((key, n) => {
      versions.set(nameOf(key), found[n]?.sort((a, b) => b.sequence - a.sequence) ?? [])
    })
  }

  return async (requests) => {
    const [row] = await live.all<{ last: number; buckets: string; objects: string; quotas: string }>(
      JSON.stringify([...new Set(requests.map(({ bucketId }) => bucketId))]),
      JSON.stringify(requests.map(({ bucketId, key }) => [bucketId, key])),
    )
    if (!row) throw new Error('The counters are missing from the database.')
    const versioning = new Map(JSON.parse(row.buckets) as (readonly [number, Versioning])[])
    const quotas = allowancesOf(JSON.parse(row.quotas) as readonly QuotaRow[])
    const versions: VersionsByKey = new Map()
    addLive(versions, requests, JSON.parse(row.objects) as readonly LiveRow[])
    const versioned = requests.filter(({ bucketId }) => (versioning.get(bucketId) ?? 'off') !== 'off')
    if (versioned.length > 0) await addHistory(versions, versioned)
    return {
      lastSequence: row.last,
      versioning: (bucketId) => versioning.get(bucketId),
      allowances: (bucketId) => quotas.get(bucketId) ?? [],
      versions: (bucketId, key) => versions.get(nameOf({ bucketId, key })) ?? [],
    }
  }
}

type VersionsByKey = Map<string, VersionFacts[]>
type LiveRow = readonly [n: number, sequence: number, ...StoredFacts]
type StoredFacts = readonly [
  size: number,
  etag: string,
  modified: number,
  isInline: 0 | 1,
  blobId: string | null,
  partCount: number,
  isAnnotated: 0 | 1,
]
type FactValues = readonly [
  sequence: number,
  versionId: string,
  isDeleteMarker: 0 | 1,
  ...StoredFacts,
  lock: ObjectLock | null,
]
interface HistoryRow {
  readonly n: number
  readonly is_live: 0 | 1
  readonly facts: string
}

const isAnnotated = 'EXISTS (SELECT 1 FROM annotations a WHERE a.sequence = v.sequence)'
const storedFacts = `v.size, v.etag, v.modified, v.is_inline, v.blob_id, v.part_count, ${isAnnotated}`

// One cell of JSON rather than a row for each: building rows costs more than parsing.
const liveSql = `
  SELECT (SELECT value FROM counters WHERE name = 'sequence') AS last,
    (SELECT json_group_array(json_array(id, versioning)) FROM buckets WHERE id IN (SELECT value FROM json_each(?1))) AS buckets,
    (${quotasSql}) AS quotas,
    (SELECT json_group_array(json_array(wanted.key, v.sequence, ${storedFacts}))
     FROM json_each(?2) wanted CROSS JOIN objects v ON v.bucket_id = wanted.value ->> 0 AND v.key = wanted.value ->> 1) AS objects`

/** Of each key the live object, ?2 + 1 of the newest others, and of those behind them the ones that are named and the null version. */
const versionFacts = `json_array(v.sequence, v.version_id, v.is_delete_marker, ${storedFacts}, v.attributes -> '$.lock')`
const versionsOf = 'versions v ON v.bucket_id = w.bucket_id AND v.key = w.key AND v.sequence'
const historySql = `
  WITH wanted (n, bucket_id, key, named) AS MATERIALIZED (
    SELECT key, value ->> 0, value ->> 1, value -> 2 FROM json_each(?1)),
  reach (n, bucket_id, key, named, oldest) AS MATERIALIZED (
    SELECT *, ifnull((SELECT v.sequence FROM versions v WHERE v.bucket_id = w.bucket_id AND v.key = w.key
      ORDER BY v.sequence DESC LIMIT 1 OFFSET ?2), 0)
    FROM wanted w)
  SELECT w.n, 1 AS is_live, json_array(v.sequence, v.version_id, 0, ${storedFacts}, v.attributes -> '$.lock') AS facts
    FROM reach w CROSS JOIN objects v ON v.bucket_id = w.bucket_id AND v.key = w.key
  UNION ALL SELECT w.n, 0, ${versionFacts} FROM reach w CROSS JOIN ${versionsOf} >= w.oldest
  UNION ALL SELECT w.n, 0, ${versionFacts} FROM reach w CROSS JOIN json_each(w.named) named
    CROSS JOIN ${versionsOf} = named.value AND v.sequence < w.oldest
  UNION ALL SELECT w.n, 0, ${versionFacts} FROM reach w CROSS JOIN ${versionsOf} < w.oldest AND v.version_id = 'null'
    AND v.sequence NOT IN (SELECT value FROM json_each(w.named))`

interface Wanted extends Pick<WriteRequest, 'bucketId' | 'key'> {
  /** How many requests name a version: so many of the newest may be removed. */
  removals: number
  readonly named: Set<number>
}

/** Each key once. */
function wantedOf(requests: readonly WriteRequest[]): readonly Wanted[] {
  const byName = new Map<string, Wanted>()
  for (const request of requests) {
    const { bucketId, key } = request
    const wanted = byName.get(nameOf(request)) ?? { bucketId, key, removals: 0, named: new Set() }
    byName.set(nameOf(request), wanted)
    if (request.kind === 'put' || request.versionId === undefined) continue
    wanted.removals += 1
    const sequence = sequenceOf(request.versionId)
    if (sequence !== undefined) wanted.named.add(sequence)
  }
  return [...byName.values()]
}

function factsOf(source: VersionFacts['source'], values: FactValues): VersionFacts {
  const [
    sequence,
    versionId,
    isDeleteMarker,
    size,
    etag,
    lastModified,
    isInline,
    blobId,
    partCount,
    annotated,
    lock,
  ] = values
  return {
    sequence,
    versionId,
    isDeleteMarker: isDeleteMarker === 1,
    size,
    etag,
    lastModified,
    isInline: isInline === 1,
    blobId: blobId ?? undefined,
    partCount,
    isAnnotated: annotated === 1,
    lock: lock ?? undefined,
    source,
  }
}

const nameOf = ({ bucketId, key }: Pick<WriteRequest, 'bucketId' | 'key'>) => `${String(bucketId)}/${key}`

import {
  evaluateWrites,
  type CurrentVersion,
  type StoredPut,
  type WriteChanges,
  type WriteRequest,
  type WriteRows,
} from '../core/objects/evaluate-writes.ts'
import { objectColumns, rowOf } from './object-row.ts'
import type { Connection, Statement } from './connection.ts'
import type { WriteAnswer } from '../core/objects/object-write.ts'

/** Applies writes inside a transaction that is already open on the writer's connection. */
export interface ObjectWriter {
  /** Answers in the order of the requests. */
  apply(requests: readonly WriteRequest[]): Promise<readonly WriteAnswer[]>
  /** Takes a sequence for a transaction that writes no object, so that its commit can be told from its failure. */
  mark(): Promise<void>
  /** The last sequence that `apply` or `mark` allotted; committed or not. */
  allotted(): number
  /** The last sequence that the database holds. */
  lastSequence(): Promise<number>
}

export async function openObjectWriter(writer: Connection): Promise<ObjectWriter> {
  const statements = await prepareAll(writer)
  let allotted = 0

  const applyChanges = async (changes: WriteChanges) => {
    const { puts, deletes, dropInline, dropParts, trash, usage, lastSequence } = changes
    const parts = puts.flatMap(({ put, sequence }) =>
      put.content.kind === 'parts'
        ? put.content.parts.map((part) => [
            sequence,
            part.partNumber,
            part.size,
            part.etag,
            part.blobId,
            part.checksum ?? null,
          ])
        : [],
    )
    await runUnlessEmpty(statements.upsert, puts.map(rowOf))
    await runUnlessEmpty(
      statements.remove,
      deletes.map(({ bucketId, key }) => [bucketId, key]),
    )
    await insertInline(puts)
    await runUnlessEmpty(statements.insertParts, parts)
    await runUnlessEmpty(statements.dropInline, dropInline)
    if (dropParts.length > 0) await dropAllParts(dropParts)
    await runUnlessEmpty(
      statements.trash,
      trash.map(({ blobId, trashAfter }) => [blobId, trashAfter]),
    )
    await runUnlessEmpty(
      statements.count,
      usage.map(({ bucketId, objects, bytes }) => [bucketId, objects, bytes]),
    )
    await statements.advance.run(lastSequence)
    allotted = lastSequence
  }
  // Bytes cannot travel as JSON: they come in one buffer, and the rows say which slice of it is theirs.
  const insertInline = async (puts: readonly StoredPut[]) => {
    const slices: Buffer[] = []
    const rows: number[][] = []
    let offset = 0
    for (const { put, sequence } of puts) {
      if (put.content.kind !== 'inline') continue
      rows.push([sequence, offset + 1, put.content.data.length])
      slices.push(put.content.data)
      offset += put.content.data.length
    }
    if (rows.length > 0) await statements.insertInline.run(Buffer.concat(slices), JSON.stringify(rows))
  }
  const dropAllParts = async (dropped: WriteChanges['dropParts']) => {
    await statements.trashParts.run(
      JSON.stringify(dropped.map(({ sequence, trashAfter }) => [sequence, trashAfter])),
    )
    await statements.dropParts.run(JSON.stringify(dropped.map(({ sequence }) => sequence)))
  }

  const lastSequence = async () => {
    const [row] = await statements.lastSequence.all<{ value: number }>()
    return row?.value ?? 0
  }

  return {
    lastSequence,
    allotted: () => allotted,
    async mark() {
      allotted = (await lastSequence()) + 1
      await statements.advance.run(allotted)
    },
    async apply(requests) {
      const rows = await readRows(statements.touched, requests)
      const { answers, changes } = evaluateWrites(rows, requests)
      await applyChanges(changes)
      return answers
    },
  }
}

const runUnlessEmpty = (statement: Statement, rows: readonly unknown[]) =>
  rows.length > 0 ? statement.run(JSON.stringify(rows)) : undefined

/** Each takes all its rows as one JSON array. */
async function prepareAll(writer: Connection) {
  const columns = objectColumns.join(', ')
  const values = objectColumns.map((_, n) => `value ->> ${String(n)}`).join(', ')
  const replaced = objectColumns
    .slice(2)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')
  return {
    // One cell of JSON rather than a row for each: building rows costs more than parsing.
    touched: await writer.prepare(
      `SELECT (SELECT value FROM counters WHERE name = 'sequence') AS last,
        (SELECT json_group_array(id) FROM buckets WHERE id IN (SELECT value FROM json_each(?))) AS buckets,
        (SELECT json_group_array(json_array(wanted.key, o.sequence, o.size, o.etag, o.modified, o.is_inline, o.blob_id, o.part_count))
         FROM json_each(?) wanted CROSS JOIN objects o ON o.bucket_id = wanted.value ->> 0 AND o.key = wanted.value ->> 1) AS objects`,
    ),
    lastSequence: await writer.prepare(`SELECT value FROM counters WHERE name = 'sequence'`),
    upsert: await writer.prepare(
      `INSERT INTO objects (${columns}) SELECT ${values} FROM json_each(?) WHERE true ON CONFLICT (bucket_id, key) DO UPDATE SET ${replaced}`,
    ),
    remove: await writer.prepare(
      `DELETE FROM objects WHERE (bucket_id, key) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
    ),
    insertInline: await writer.prepare(
      `INSERT INTO inline_blobs (sequence, data) SELECT value ->> 0, coalesce(substr(?1, value ->> 1, value ->> 2), x'') FROM json_each(?2)`,
    ),
    insertParts: await writer.prepare(
      `INSERT INTO object_parts (sequence, part_number, size, etag, blob_id, checksum)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`,
    ),
    dropInline: await writer.prepare(
      'DELETE FROM inline_blobs WHERE sequence IN (SELECT value FROM json_each(?))',
    ),
    trashParts: await writer.prepare(
      `INSERT OR REPLACE INTO trash (blob_id, not_before)
       SELECT p.blob_id, value ->> 1 FROM json_each(?) CROSS JOIN object_parts p ON p.sequence = value ->> 0`,
    ),
    dropParts: await writer.prepare(
      'DELETE FROM object_parts WHERE sequence IN (SELECT value FROM json_each(?))',
    ),
    trash: await writer.prepare(
      'INSERT OR REPLACE INTO trash (blob_id, not_before) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
    ),
    count: await writer.prepare(
      `INSERT INTO usage (bucket_id, objects, bytes) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
       ON CONFLICT (bucket_id) DO UPDATE SET objects = objects + excluded.objects, bytes = bytes + excluded.bytes`,
    ),
    advance: await writer.prepare(`UPDATE counters SET value = ? WHERE name = 'sequence'`),
  }
}

type TouchedRow = readonly [number, number, number, string, number, 0 | 1, string | null, number]

async function readRows(touched: Statement, requests: readonly WriteRequest[]): Promise<WriteRows> {
  const buckets = [...new Set(requests.map(({ bucketId }) => bucketId))]
  const [row] = await touched.all<{ last: number; buckets: string; objects: string }>(
    JSON.stringify(buckets),
    JSON.stringify(requests.map(({ bucketId, key }) => [bucketId, key])),
  )
  if (!row) throw new Error('The counters are missing from the database.')
  const existing = new Set(JSON.parse(row.buckets) as number[])
  const versions = new Map<string, CurrentVersion>()
  for (const [n, sequence, size, etag, lastModified, isInline, blobId, partCount] of JSON.parse(
    row.objects,
  ) as TouchedRow[]) {
    const request = requests[n]
    if (!request) continue
    versions.set(nameOf(request), {
      sequence,
      size,
      etag,
      lastModified,
      isInline: isInline === 1,
      blobId: blobId ?? undefined,
      partCount,
    })
  }
  return {
    lastSequence: row.last,
    hasBucket: (bucketId) => existing.has(bucketId),
    current: (bucketId, key) => versions.get(nameOf({ bucketId, key })),
  }
}

const nameOf = ({ bucketId, key }: Pick<WriteRequest, 'bucketId' | 'key'>) => `${String(bucketId)}/${key}`

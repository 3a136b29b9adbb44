import { evaluateWrites, type WriteRequest } from '../core/objects/evaluate-writes.ts'
import { openAnnotationWrites } from './annotation-writes.ts'
import { eventValues, insertEvents } from './event-outbox.ts'
import { markerRowOf, noncurrentRowOf, objectColumns, rowOf, versionColumns } from './object-row.ts'
import { openTouchedVersions } from './touched-versions.ts'
import type { Connection, Statement } from './connection.ts'
import type { StoredPut, WriteChanges } from '../core/objects/write-changes.ts'
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
  const readTouched = await openTouchedVersions(writer)
  const statements = await prepareAll(writer)
  const annotations = await openAnnotationWrites(writer)
  let allotted = 0

  const applyChanges = async (changes: WriteChanges) => {
    const { puts, noncurrent, dropInline, dropParts, trash, usage, lastSequence } = changes
    await moveVersions(changes)
    await insertContent([...noncurrent, ...puts])
    await runUnlessEmpty(
      statements.dropParts,
      changes.extended.map(({ from }) => from),
    )
    await annotations.move(changes.extended)
    await runUnlessEmpty(statements.dropInline, dropInline)
    if (dropParts.length > 0) await dropAllParts(dropParts)
    await annotations.drop(changes.dropAnnotations)
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
  const moveVersions = async ({ removedVersions, archived, removed, promoted, ...made }: WriteChanges) => {
    await runUnlessEmpty(statements.removeVersions, removedVersions.map(versionValues))
    await runUnlessEmpty(statements.archive, archived.map(keyValues))
    await runUnlessEmpty(statements.remove, removed.map(keyValues))
    const noncurrent = [...made.noncurrent.map(noncurrentRowOf), ...made.markers.map(markerRowOf)]
    await runUnlessEmpty(statements.insertVersions, noncurrent)
    await runUnlessEmpty(statements.upsert, made.puts.map(rowOf))
    await runUnlessEmpty(statements.promote, promoted.map(versionValues))
    await runUnlessEmpty(statements.removeVersions, promoted.map(versionValues))
  }
  const insertContent = async (puts: readonly StoredPut[]) => {
    await insertInline(puts)
    await runUnlessEmpty(statements.insertParts, puts.flatMap(partRowsOf))
    await annotations.insert(puts)
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
      const rows = await readTouched(requests)
      const { answers, changes, events } = evaluateWrites(rows, requests)
      await applyChanges(changes)
      await runUnlessEmpty(statements.insertEvents, events.map(eventValues))
      return answers
    },
  }
}

const runUnlessEmpty = (statement: Statement, rows: readonly unknown[]) =>
  rows.length > 0 ? statement.run(JSON.stringify(rows)) : undefined

/** Each takes all its rows as one JSON array. */
async function prepareAll(writer: Connection) {
  const columns = objectColumns.join(', ')
  const values = valuesOf(objectColumns)
  const replaced = objectColumns
    .slice(2)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')
  return {
    lastSequence: await writer.prepare(`SELECT value FROM counters WHERE name = 'sequence'`),
    upsert: await writer.prepare(
      `INSERT INTO objects (${columns}) SELECT ${values} FROM json_each(?) WHERE true ON CONFLICT (bucket_id, key) DO UPDATE SET ${replaced}`,
    ),
    remove: await writer.prepare(`DELETE FROM objects WHERE ${among('bucket_id', 'key')}`),
    archive: await writer.prepare(
      `INSERT INTO versions (${columns}, is_delete_marker) SELECT ${columns}, 0 FROM objects WHERE ${among('bucket_id', 'key')}`,
    ),
    insertVersions: await writer.prepare(
      `INSERT INTO versions (${versionColumns.join(', ')}) SELECT ${valuesOf(versionColumns)} FROM json_each(?)`,
    ),
    removeVersions: await writer.prepare(
      `DELETE FROM versions WHERE ${among('bucket_id', 'key', 'sequence')}`,
    ),
    promote: await writer.prepare(
      `INSERT INTO objects (${columns}) SELECT ${columns} FROM versions WHERE ${among('bucket_id', 'key', 'sequence')}`,
    ),
    insertInline: await writer.prepare(
      `INSERT INTO inline_blobs (sequence, data) SELECT value ->> 0, coalesce(substr(?1, value ->> 1, value ->> 2), x'') FROM json_each(?2)`,
    ),
    insertParts: await writer.prepare(
      `INSERT INTO object_parts (sequence, part_number, size, etag, blob_id, checksum, salt)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(?)`,
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
    insertEvents: await writer.prepare(insertEvents),
    advance: await writer.prepare(`UPDATE counters SET value = ? WHERE name = 'sequence'`),
  }
}

const valuesOf = (columns: readonly string[]) => columns.map((_, n) => `value ->> ${String(n)}`).join(', ')
/** The rows whose columns have the values of one of the JSON array's. */
const among = (...columns: readonly string[]) =>
  `(${columns.join(', ')}) IN (SELECT ${valuesOf(columns)} FROM json_each(?))`

const keyValues = ({ bucketId, key }: WriteChanges['removed'][number]) => [bucketId, key]
const versionValues = ({ bucketId, key, sequence }: WriteChanges['promoted'][number]) => [
  bucketId,
  key,
  sequence,
]

const partRowsOf = ({ put: { content }, sequence }: StoredPut) =>
  content.kind === 'parts'
    ? content.parts.map(({ partNumber, size, etag, blobId, checksum, salt }) => [
        sequence,
        partNumber,
        size,
        etag,
        blobId,
        checksum ?? null,
        salt ?? null,
      ])
    : []

import { annotationColumns, annotationRow } from './annotation-row.ts'
import type { Connection } from './connection.ts'
import type { StoredPut, WriteChanges } from '../core/objects/write-changes.ts'

/** What batches of writes do to annotations. */
export interface AnnotationWrites {
  /** Those that come with new objects. */
  insert(puts: readonly StoredPut[]): Promise<void>
  /** Those that go over to other versions. */
  move(extended: WriteChanges['extended']): Promise<void>
  /** Those of versions that go. */
  drop(dropped: WriteChanges['dropAnnotations']): Promise<void>
}

export async function openAnnotationWrites(writer: Connection): Promise<AnnotationWrites> {
  const [insert, move, trashBlobs, drop] = await Promise.all([
    writer.prepare(insertSql),
    writer.prepare(moveSql),
    writer.prepare(trashSql),
    writer.prepare('DELETE FROM annotations WHERE sequence IN (SELECT value FROM json_each(?))'),
  ])
  return {
    async insert(puts) {
      const rows = puts.flatMap(({ put, sequence }) =>
        (put.annotations ?? []).map((annotation) => annotationRow({ ...put, sequence }, annotation)),
      )
      if (rows.length === 0) return
      let offset = 0
      const values = rows.map(({ data, ...row }) => {
        const columns = annotationColumns.map((column) => row[column])
        if (data === null) return columns
        offset += data.length
        return [...columns, offset - data.length + 1, data.length]
      })
      await insert.run(Buffer.concat(rows.flatMap(({ data }) => data ?? [])), JSON.stringify(values))
    },
    async move(extended) {
      if (extended.length > 0) await move.run(JSON.stringify(extended.map(({ from, to }) => [from, to])))
    },
    async drop(dropped) {
      if (dropped.length === 0) return
      await trashBlobs.run(JSON.stringify(dropped.map(({ sequence, trashAfter }) => [sequence, trashAfter])))
      await drop.run(JSON.stringify(dropped.map(({ sequence }) => sequence)))
    },
  }
}

const valueAt = (n: number) => `value ->> ${String(n)}`
const { length: count } = annotationColumns

/** All bytes come in one buffer, and the rows say which slice of it is theirs; without one they have a blob. */
const insertSql = `
  INSERT INTO annotations (${annotationColumns.join(', ')}, data)
  SELECT ${annotationColumns.map((_, n) => valueAt(n)).join(', ')}, substr(?1, ${valueAt(count)}, ${valueAt(count + 1)}) FROM json_each(?2)`

const moveSql = `
  UPDATE annotations SET sequence = moved.value ->> 1 FROM json_each(?) moved WHERE annotations.sequence = moved.value ->> 0`

const trashSql = `
  INSERT OR REPLACE INTO trash (blob_id, not_before)
  SELECT a.blob_id, value ->> 1 FROM json_each(?) CROSS JOIN annotations a ON a.sequence = value ->> 0 WHERE a.blob_id IS NOT NULL`

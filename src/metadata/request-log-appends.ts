import { mutex } from '../lib/mutex.ts'
import { figuresOf } from './request-figures.ts'
import { hourOf, idsPerMillisecond } from './request-log-tables.ts'
import type { Connection } from './connection.ts'
import type { RequestEntry } from '../core/request-log/request-entry.ts'
import type { RequestLog } from '../core/request-log/request-log.ts'

/** Each takes all its rows as one JSON array. SQLite would write out a row's JSON again for each of its columns, were it not for the table. */
const insertEntries = `
  WITH entries (value) AS MATERIALIZED (SELECT value FROM json_each(?))
  INSERT INTO request_log (id, request_id, key_id, project_id, operation, bucket, key, method, status, error, bytes_in, bytes_out, ms, address)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9,
    value ->> 10, value ->> 11, value ->> 12, value ->> 13 FROM entries`

const addFigures = `
  INSERT INTO request_figures (hour, project_id, operation, requests, client_errors, server_errors, bytes_in, bytes_out, ms, longest_ms)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9
  FROM json_each(?) WHERE true
  ON CONFLICT (hour, project_id, operation) DO UPDATE SET requests = requests + excluded.requests,
    client_errors = client_errors + excluded.client_errors, server_errors = server_errors + excluded.server_errors,
    bytes_in = bytes_in + excluded.bytes_in, bytes_out = bytes_out + excluded.bytes_out, ms = ms + excluded.ms,
    longest_ms = max(longest_ms, excluded.longest_ms)`

const putStored = `
  INSERT INTO stored_figures (hour, project_id, objects, bytes)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
  ON CONFLICT (hour, project_id) DO UPDATE SET objects = excluded.objects, bytes = excluded.bytes`

/** Entries and their figures, in one transaction. */
export async function requestAppends(
  writer: Connection,
): Promise<Pick<RequestLog, 'append' | 'appendStored'>> {
  const [entries, figures, stored] = await Promise.all([
    writer.prepare(insertEntries),
    writer.prepare(addFigures),
    writer.prepare(putStored),
  ])
  const nextId = await idGiver(writer)
  const alone = mutex()
  const transaction = (work: () => Promise<void>) =>
    alone(async () => {
      await writer.exec('BEGIN IMMEDIATE')
      try {
        await work()
        await writer.exec('COMMIT')
      } catch (error) {
        await writer.exec('ROLLBACK').catch(() => undefined)
        throw error
      }
    })
  return {
    append: async (added) => {
      await transaction(async () => {
        await entries.run(JSON.stringify(added.map((entry) => valuesOf(nextId(entry.at), entry))))
        await figures.run(JSON.stringify(figuresOf(added)))
      })
      return added.length
    },
    appendStored: (at, byProject) =>
      stored.run(
        JSON.stringify([...byProject].map(([id, { objects, bytes }]) => [hourOf(at), id, objects, bytes])),
      ),
  }
}

/** Ids rise even where the clock does not. */
async function idGiver({ knex }: Connection): Promise<(at: number) => number> {
  const [row] = await knex('request_log').max<{ readonly newest: number | null }[]>({ newest: 'id' })
  let last = row?.newest ?? 0
  return (at) => (last = Math.max(last + 1, at * idsPerMillisecond))
}

const valuesOf = (id: number, entry: RequestEntry) => [
  id,
  entry.requestId,
  entry.keyId,
  entry.projectId,
  entry.operation,
  entry.bucket,
  entry.key,
  entry.method,
  entry.status,
  entry.error,
  entry.bytesIn,
  entry.bytesOut,
  entry.milliseconds,
  entry.address,
]

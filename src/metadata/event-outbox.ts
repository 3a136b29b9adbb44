import type { Knex } from 'knex'
import type { EventBody, EventState, NewEvent, Outbox, OutboxEvent } from '../core/events/outbox.ts'

interface EventRow {
  id: number
  destination: string
  bucket_id: number
  key: string
  body: string
  at: number
  state: EventState
  attempts: number
  due: number
  problem: string | null
}

interface OutboxParts {
  readonly reader: Knex
  readonly writer: Knex
  /** Runs work on the writer in a transaction of its own. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>
}

/** The values of an event's columns, in the order of `insertEvents`. */
export const eventValues = ({ destination, bucketId, key, body, at }: NewEvent) => [
  destination,
  bucketId,
  key,
  JSON.stringify(body),
  at,
]

/** Takes all its rows as one JSON array. */
export const insertEvents = `
  INSERT INTO events (destination, bucket_id, key, body, at, state, attempts, due)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, 'waiting', 0, value ->> 4 FROM json_each(?)`

/** Appends events in the transaction that is open on `db`. */
export const eventChanges = (db: Knex) => ({
  append: async (events: readonly NewEvent[]): Promise<void> => {
    if (events.length > 0) await db.raw(insertEvents, [JSON.stringify(events.map(eventValues))])
  },
})

/**
 * A claim moves `due` to the end of the lease and counts an attempt; the count tells a claim from a later one of somebody else. What is due
 * comes by time, and never when an earlier event of its key comes later.
 */
const claimSql = `
  UPDATE events SET attempts = attempts + 1, due = ? WHERE id IN (
    SELECT e.id FROM events e WHERE e.destination = ? AND e.state = 'waiting' AND e.due <= ? AND NOT EXISTS (
      SELECT 1 FROM events p WHERE p.destination = e.destination AND p.bucket_id = e.bucket_id AND p.key = e.key
        AND p.state = 'waiting' AND p.id < e.id AND p.due > e.due)
    ORDER BY e.due, e.id LIMIT ?)
  RETURNING *`

export function eventOutbox({ reader, writer, exclusive }: OutboxParts): Outbox {
  const read = () => reader<EventRow>('events')
  const write = () => writer<EventRow>('events')
  return {
    isDue: async (destination, now) =>
      (await read().where({ destination, state: 'waiting' }).where('due', '<=', now).first('id')) !==
      undefined,
    claim: ({ destination, now, until, limit }) =>
      exclusive(async () => {
        const rows = await writer.raw<EventRow[]>(claimSql, [until, destination, now, limit])
        return rows.map(eventFrom).sort((a, b) => a.id - b.id)
      }),
    renew: (claimed, until) =>
      exclusive(async () => {
        for (const { id, attempts } of claimed) await write().where({ id, attempts }).update({ due: until })
      }),
    settle: (settled) =>
      exclusive(async () => {
        for (const { event, outcome } of settled) {
          const row = write().where({ id: event.id, attempts: event.attempts })
          if (outcome.kind === 'delivered') await row.delete()
          else await row.update(changeOf(outcome, event.attempts))
        }
      }),
    list: async ({ state, destination, bucketId, after, limit }) => {
      const query = read().where('id', '>', after).orderBy('id').limit(limit)
      if (state !== undefined) query.where({ state })
      if (destination !== undefined) query.where({ destination })
      if (bucketId !== undefined) query.where({ bucket_id: bucketId })
      return (await query).map(eventFrom)
    },
    ...administration({ reader, writer, exclusive }),
  }
}

function administration({ reader, writer, exclusive }: OutboxParts) {
  const selected = ({ ids, destination, bucketId }: Parameters<Outbox['drop']>[0]) => {
    const query = writer<EventRow>('events')
    if (ids) query.whereIn('id', ids)
    if (destination !== undefined) query.where({ destination })
    if (bucketId !== undefined) query.where({ bucket_id: bucketId })
    return query
  }
  return {
    backlogs: async () => {
      const rows = await reader<EventRow>('events')
        .groupBy('destination')
        .select<BacklogRow[]>(
          'destination',
          reader.raw(`sum(state = 'waiting') AS waiting`),
          reader.raw(`sum(state = 'dead') AS dead`),
          reader.raw(`min(CASE state WHEN 'waiting' THEN at END) AS oldest`),
        )
      return rows.map(({ oldest, ...row }) => ({ ...row, oldest: oldest ?? undefined }))
    },
    replay: (selection, now) =>
      exclusive(async () =>
        selected(selection).where({ state: 'dead' }).update({ state: 'waiting', attempts: 0, due: now }),
      ),
    drop: (selection) => exclusive(async () => selected(selection).delete()),
  } satisfies Partial<Outbox>
}

interface BacklogRow {
  readonly destination: string
  readonly waiting: number
  readonly dead: number
  readonly oldest: number | null
}

type Change = Parameters<Outbox['settle']>[0][number]['outcome']

function changeOf(outcome: Exclude<Change, { kind: 'delivered' }>, attempts: number): Partial<EventRow> {
  switch (outcome.kind) {
    case 'released':
      return { due: outcome.due, attempts: attempts - 1 }
    case 'failed':
      return { due: outcome.due, problem: outcome.problem }
    case 'dead':
      return { state: 'dead', problem: outcome.problem }
  }
}

const eventFrom = (row: EventRow): OutboxEvent => ({
  id: row.id,
  destination: row.destination,
  bucketId: row.bucket_id,
  key: row.key,
  body: JSON.parse(row.body) as EventBody,
  at: row.at,
  state: row.state,
  attempts: row.attempts,
  due: row.due,
  problem: row.problem ?? undefined,
})

import type { Knex } from 'knex'
import { errorsIndex, idsPerMillisecond, leastErrorStatus, type RequestRow } from './request-log-tables.ts'
import type { LoggedRequest } from '../core/request-log/request-entry.ts'
import type { RequestLog, RequestPage, RequestQuery } from '../core/request-log/request-log.ts'

/** A search for what is rare looks at so many entries and then says where to go on. */
const mostLookedAt = 100_000

export const requestSearch = (db: Knex): Pick<RequestLog, 'search' | 'slowest'> => ({
  search: async (query): Promise<RequestPage> => {
    const looked = range(db, query).orderBy('id', 'desc').limit(mostLookedAt)
    const rows = await filtered(db.from<RequestRow>(looked.as('looked')), query)
      .orderBy('id', 'desc')
      .limit(query.limit)
      .select<RequestRow[]>('*')
    const entries = rows.map(entryFrom)
    return { entries, next: entries.length === query.limit ? entries.at(-1)?.id : await restFrom(db, query) }
  },
  slowest: async ({ projectIds, since, limit }) => {
    const looked = range(db, { since }).orderBy('id', 'desc').limit(mostLookedAt)
    const rows = await filtered(db.from<RequestRow>(looked.as('looked')), { projectIds })
      .orderBy('ms', 'desc')
      .limit(limit)
      .select<RequestRow[]>('*')
    return rows.map(entryFrom)
  },
})

/** Where a search goes on that has looked at as many entries as it may. */
async function restFrom(db: Knex, query: RequestQuery): Promise<number | undefined> {
  if (query.requestId !== undefined) return undefined
  const [last] = await range(db, query)
    .orderBy('id', 'desc')
    .offset(mostLookedAt - 1)
    .limit(1)
    .select<{ id: number }[]>('id')
  return last?.id
}

type Range = Pick<RequestQuery, 'since' | 'until' | 'before' | 'after' | 'leastStatus' | 'requestId'>

/** What one index finds. */
function range(db: Knex, { since, until, before, after, leastStatus = 0, requestId }: Range) {
  const findsErrors = leastStatus >= leastErrorStatus && requestId === undefined
  const rows = db.from<RequestRow>(
    findsErrors ? db.raw(`request_log INDEXED BY ${errorsIndex}`) : 'request_log',
  )
  if (requestId !== undefined) void rows.where({ request_id: requestId })
  if (findsErrors) void rows.whereRaw(`status >= ${String(leastErrorStatus)}`)
  if (since !== undefined) void rows.where('id', '>=', since * idsPerMillisecond)
  if (until !== undefined) void rows.where('id', '<', until * idsPerMillisecond)
  if (before !== undefined) void rows.where('id', '<', before)
  if (after !== undefined) void rows.where('id', '>', after)
  return rows.select('*')
}

type Filter = Omit<RequestQuery, 'since' | 'until' | 'before' | 'after' | 'limit'>

function filtered(rows: Knex.QueryBuilder<RequestRow>, filter: Filter): Knex.QueryBuilder<RequestRow> {
  const named = {
    key_id: filter.keyId,
    operation: filter.operation,
    bucket: filter.bucket,
    error: filter.error,
    address: filter.address,
    method: filter.method,
  }
  for (const [column, value] of Object.entries(named)) if (value !== undefined) void rows.where(column, value)
  if (filter.projectIds) void rows.whereIn('project_id', filter.projectIds)
  if (filter.leastStatus !== undefined) void rows.where('status', '>=', filter.leastStatus)
  if (filter.mostStatus !== undefined) void rows.where('status', '<=', filter.mostStatus)
  if (filter.leastMilliseconds !== undefined) void rows.where('ms', '>=', filter.leastMilliseconds)
  if (filter.prefix !== undefined)
    void rows.whereRaw('substr(key, 1, length(?)) = ?', [filter.prefix, filter.prefix])
  return rows
}

const entryFrom = (row: RequestRow): LoggedRequest => ({
  id: row.id,
  at: Math.floor(row.id / idsPerMillisecond),
  requestId: row.request_id,
  keyId: row.key_id ?? undefined,
  projectId: row.project_id ?? undefined,
  operation: row.operation,
  bucket: row.bucket ?? undefined,
  key: row.key ?? undefined,
  method: row.method,
  status: row.status,
  error: row.error ?? undefined,
  bytesIn: row.bytes_in,
  bytesOut: row.bytes_out,
  milliseconds: row.ms,
  address: row.address ?? undefined,
})

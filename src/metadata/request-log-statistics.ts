import type { Knex } from 'knex'
import type { FiguresRow } from './request-log-tables.ts'
import type {
  RequestFigures,
  RequestLog,
  StatisticsQuery,
  StoredFigures,
} from '../core/request-log/request-log.ts'

const dayMs = 86_400_000

const groups: Readonly<Record<StatisticsQuery['by'], string>> = {
  hour: 'hour',
  day: `hour - hour % ${String(dayMs)}`,
  operation: 'operation',
  project: 'project_id',
}

const sums = `sum(requests) AS requests, sum(client_errors) AS "clientErrors", sum(server_errors) AS "serverErrors",
  sum(bytes_in) AS "bytesIn", sum(bytes_out) AS "bytesOut", sum(ms) AS milliseconds, max(longest_ms) AS "longestMs"`

export const requestStatistics = (db: Knex): Pick<RequestLog, 'statistics' | 'stored'> => ({
  statistics: async ({ projectIds, operation, since, until, by }) => {
    const rows = db<FiguresRow>('request_figures').where('hour', '>=', since).where('hour', '<', until)
    if (projectIds) void rows.whereIn('project_id', projectIds)
    if (operation !== undefined) void rows.where({ operation })
    return rows
      .select<RequestFigures[]>(db.raw(`${groups[by]} AS "group", ${sums}`))
      .groupByRaw('1')
      .orderByRaw('1')
  },
  stored: async ({ projectIds, since, until }) => {
    const rows = db('stored_figures').where('hour', '>=', since).where('hour', '<', until)
    if (projectIds) void rows.whereIn('project_id', projectIds)
    return rows
      .select<StoredFigures[]>(db.raw('hour AS at, sum(objects) AS objects, sum(bytes) AS bytes'))
      .groupBy('hour')
      .orderBy('hour')
  },
})

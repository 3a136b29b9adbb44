import { openConnection, type Connection } from './connection.ts'
import { requestAppends } from './request-log-appends.ts'
import { requestStatistics } from './request-log-statistics.ts'
import { requestSearch } from './request-log-search.ts'
import { forgetRequests } from './request-log-forget.ts'
import { requestTables } from './request-log-tables.ts'
import type { RequestLog } from '../core/request-log/request-log.ts'

/** Losing the newest entries in a crash is no harm: nothing waits for the disk. */
const writerPragmas = [
  'auto_vacuum = INCREMENTAL',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'busy_timeout = 5000',
]
const readerPragmas = ['query_only = ON', 'busy_timeout = 5000']

/** Opens the requests in an SQLite file of their own, so that reads of objects never write to the metadata. */
export async function openRequestLog(filename: string): Promise<RequestLog> {
  const writer = await openConnection({ filename, pragmas: writerPragmas })
  await createTables(writer)
  const reader = await openConnection({ filename, pragmas: readerPragmas })
  return {
    ...(await requestAppends(writer)),
    ...requestSearch(reader.knex),
    ...requestStatistics(reader.knex),
    forget: forgetRequests(writer),
    close: async () => {
      await reader.close()
      await writer.close()
    },
  }
}

/** Writes nothing when they are there: the disk may be full. */
async function createTables(writer: Connection): Promise<void> {
  for (const sql of requestTables) await writer.exec(sql)
}

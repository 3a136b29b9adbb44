import { idsPerMillisecond } from './request-log-tables.ts'
import type { Connection } from './connection.ts'
import type { RequestLog } from '../core/request-log/request-log.ts'

/** Few enough for appends to get in between. */
const rowsAtOnce = 5000
const pagesAtOnce = 2000

export const forgetRequests = (writer: Connection): RequestLog['forget'] => {
  const { knex } = writer
  const dropOldest = (before: number): Promise<number> => {
    const ids = knex('request_log').where('id', '<', before).orderBy('id').limit(rowsAtOnce).select('id')
    return knex('request_log').whereIn('id', ids).delete()
  }
  const dropWhile = async (before: number, wanted: () => Promise<boolean>): Promise<number> => {
    let total = 0
    while (await wanted()) {
      const dropped = await dropOldest(before)
      total += dropped
      if (dropped < rowsAtOnce) break
    }
    return total
  }
  return async ({ requestsBefore, figuresBefore, mostBytes }) => {
    const old = await dropWhile(requestsBefore * idsPerMillisecond, () => Promise.resolve(true))
    const beyond = await dropWhile(Number.MAX_SAFE_INTEGER, async () => (await usedBytes(writer)) > mostBytes)
    for (const table of ['request_figures', 'stored_figures'])
      await knex(table).where('hour', '<', figuresBefore).delete()
    await writer.exec(`PRAGMA incremental_vacuum(${String(pagesAtOnce)})`)
    return old + beyond
  }
}

/** Without the pages that are empty. */
async function usedBytes({ knex }: Connection): Promise<number> {
  const [row] = await knex.raw<readonly { readonly bytes: number }[]>(
    `SELECT (p.page_count - f.freelist_count) * s.page_size AS bytes
     FROM pragma_page_count() p, pragma_freelist_count() f, pragma_page_size() s`,
  )
  return row?.bytes ?? 0
}

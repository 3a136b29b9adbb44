import type { Parts } from '../parts.ts'
import type { RequestLog, RequestQuery, StatisticsQuery } from './request-log.ts'

/** What can be asked of the requests that were answered. */
export const requestLogUseCases = ({ requestLog, metadata, clock, settings }: Parts) => ({
  search: (query: RequestQuery) => requestLog.search(query),
  slowest: (query: Parameters<RequestLog['slowest']>[0]) => requestLog.slowest(query),
  statistics: (query: StatisticsQuery) => requestLog.statistics(query),
  stored: (query: Parameters<RequestLog['stored']>[0]) => requestLog.stored(query),
  /** Notes what each project holds now; returns for how many. */
  noteStored: async (): Promise<number> => {
    const usage = await metadata.projectUsage()
    await requestLog.appendStored(clock.now(), usage)
    return usage.size
  },
  /** Drops what is older, or more, than the settings say; returns how many entries. */
  forget: (): Promise<number> =>
    requestLog.forget({
      requestsBefore: clock.now() - settings.keepMs.requests,
      figuresBefore: clock.now() - settings.keepMs.statistics,
      mostBytes: settings.requestLogBytes,
    }),
})

import type { RequestLog } from './request-log.ts'

const nothing = () => Promise.resolve()
const none = () => Promise.resolve([])

/** Keeps no requests. */
export const noRequestLog: RequestLog = {
  append: () => Promise.resolve(0),
  search: () => Promise.resolve({ entries: [], next: undefined }),
  slowest: none,
  statistics: none,
  appendStored: nothing,
  stored: none,
  forget: () => Promise.resolve(0),
  close: nothing,
}

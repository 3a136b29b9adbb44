import type { RequestLog } from '../core/request-log/request-log.ts'
import type { Room } from '../core/ports.ts'

/** More than an entry and its share of the indexes usually take. */
const entryBytes = 512

/** The same log; it leaves what little room a disk has to objects. */
export const requestsWithinRoom = (log: RequestLog, room: Room): RequestLog => ({
  ...log,
  append: async (entries) => ((await room.has(entries.length * entryBytes)) ? log.append(entries) : 0),
})

import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const weekMs = 7 * 24 * hourMs

/** Puts on record which API keys were used. */
export const noteApiKeysJob = ({ apiKeys }: Pick<Core, 'apiKeys'>): Job => ({
  name: 'note-api-keys',
  firstMs: minuteMs,
  everyMs: minuteMs,
  run: () => apiKeys.flushUses(),
})

/** Forgets links that have expired, and gives up resumable uploads that nobody has finished within a week. */
export const forgetRestRecordsJob = ({ links, resumable }: Pick<Core, 'links' | 'resumable'>): Job => ({
  name: 'forget-rest-records',
  firstMs: 10 * minuteMs,
  everyMs: hourMs,
  run: async (signal) => ({
    links: await links.forgetExpired(),
    uploads: await resumable.forget({ ageMs: weekMs, signal }),
  }),
})

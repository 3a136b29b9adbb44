import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'

const minuteMs = 60_000

/** Puts on record which access keys this process has seen. */
export const recordKeyUsesJob = ({ credentials }: Pick<Core, 'credentials'>): Job => ({
  name: 'record-key-uses',
  firstMs: minuteMs,
  everyMs: minuteMs,
  run: async () => {
    await credentials.recordUses()
    return 0
  },
})

import type { Job } from './schedule.ts'
import type { Core } from '../core/create-core.ts'

const hourMs = 3_600_000

/** Clients repeat a completion within minutes, if they do. */
export const forgetCompletedUploadsJob = ({ maintenance }: Pick<Core, 'maintenance'>): Job => ({
  name: 'forget-completed-uploads',
  firstMs: 300_000,
  everyMs: hourMs,
  run: (signal) => maintenance.forgetCompletedUploads({ ageMs: 24 * hourMs, signal }),
})

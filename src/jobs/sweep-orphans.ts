import type { Job } from './schedule.ts'
import type { Core } from '../core/create-core.ts'

const dayMs = 86_400_000

/** Collects what uploads left behind that never came to their end. */
export const sweepOrphansJob = ({ maintenance }: Pick<Core, 'maintenance'>): Job => ({
  name: 'sweep-orphans',
  firstMs: 600_000,
  everyMs: dayMs,
  run: (signal) => maintenance.sweepOrphans({ ageMs: dayMs, signal }),
})

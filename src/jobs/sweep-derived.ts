import type { Job } from './schedule.ts'
import type { Core } from '../core/create-core.ts'

const minuteMs = 60_000

/** Collects what was made of objects that are gone, or that nobody asks for. */
export const sweepDerivedJob = ({ delivery }: Pick<Core, 'delivery'>): Job => ({
  name: 'sweep-derived',
  firstMs: minuteMs,
  everyMs: minuteMs,
  run: (signal) => delivery.sweep(signal),
})

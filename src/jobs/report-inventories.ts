import type { Job } from './schedule.ts'
import type { Core } from '../core/create-core.ts'

const quarterHourMs = 900_000
/** A day that was shortened for tests is looked at as often. */
const looksPerDay = 10

/** Writes the inventory reports whose day has come. */
export function reportInventoriesJob({ buckets, settings }: Pick<Core, 'buckets' | 'settings'>): Job {
  const everyMs = Math.min(quarterHourMs, settings.dayMs / looksPerDay)
  return { name: 'report-inventories', firstMs: everyMs, everyMs, run: buckets.reportInventories }
}

import type { Job } from './schedule.ts'
import type { Core } from '../core/create-core.ts'

/** Writes the inventory reports whose day has come. */
export const reportInventoriesJob = ({ buckets }: Pick<Core, 'buckets'>): Job => ({
  name: 'report-inventories',
  firstMs: 30_000,
  everyMs: 900_000,
  run: buckets.reportInventories,
})

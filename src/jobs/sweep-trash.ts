import type { Job } from './schedule.ts'
import type { Core } from '../core/create-core.ts'

/** Unlinks what was deleted or replaced, once no reader can be at it any more. */
export const sweepTrashJob = ({ maintenance }: Pick<Core, 'maintenance'>): Job => ({
  name: 'sweep-trash',
  firstMs: 1000,
  everyMs: 15_000,
  run: maintenance.sweepTrash,
})

import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'

const quarterHourMs = 900_000

/** Keeps what projects hold for the figures over time: of each hour the last look stays. */
export const noteStoredJob = ({ requests }: Pick<Core, 'requests'>): Job => ({
  name: 'note-stored',
  firstMs: 10_000,
  everyMs: quarterHourMs,
  run: () => requests.noteStored(),
})

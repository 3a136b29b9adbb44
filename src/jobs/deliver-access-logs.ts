import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'

/** Writes the access logs that this process has gathered; every process that serves requests has its own. */
export const deliverAccessLogsJob = ({ logs }: Pick<Core, 'logs'>, everyMs: number): Job => ({
  name: 'deliver-access-logs',
  firstMs: everyMs,
  everyMs,
  run: (signal) => logs.deliver(signal),
})

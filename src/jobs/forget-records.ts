import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'

const hourMs = 3_600_000

/** Drops what is older than the settings say: administrative actions, sessions, requests and their figures. */
export const forgetRecordsJob = ({
  audit,
  operators,
  requests,
}: Pick<Core, 'audit' | 'operators' | 'requests'>): Job => ({
  name: 'forget-records',
  firstMs: 120_000,
  everyMs: hourMs / 4,
  run: async (signal) => ({
    actions: await audit.forget(signal),
    sessions: await operators.forgetSessions(),
    requests: await requests.forget(),
  }),
})

import { S3Error } from '../../core/errors.ts'
import { diskSpace } from '../../lib/disk-space.ts'
import { isoTime } from '../../lib/iso-time.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { JobControl } from '../job-control.ts'

interface SystemParts {
  readonly status: Omit<OutputOf<'getStatus'>, 's3Url'>
  readonly jobs: JobControl
}

const startedAt = Date.now() - process.uptime() * 1000

export const systemCalls = ({ status: { version, data, workers }, jobs }: SystemParts) => ({
  getSystem: async () => ({
    version,
    node: process.version,
    startedAt: isoTime(startedAt),
    workers,
    disk: { path: data, ...(await diskSpace(data)) },
  }),
  listJobs: () => Promise.resolve({ jobs: jobs.list().map(jobOutput) }),
  runJob: ({ name }: InputOf<'runJob'>) => {
    const job = jobs.run(name)
    if (job) return Promise.resolve(jobOutput(job))
    throw new S3Error('NoSuchEntity', { message: `There is no job called ${name}.` })
  },
})

const jobOutput = ({ name, everyMs, isRunning, last, nextAt }: ReturnType<JobControl['list']>[number]) => ({
  name,
  everySeconds: everyMs / 1000,
  isRunning,
  lastRun: last
    ? {
        startedAt: isoTime(last.startedAt),
        endedAt: isoTime(last.endedAt),
        figures: { ...last.figures },
        problem: last.problem ?? null,
      }
    : null,
  nextAt: nextAt === undefined ? null : isoTime(nextAt),
})

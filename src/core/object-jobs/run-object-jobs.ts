import { limit } from '../../lib/limit.ts'
import { runObjectJob } from './run-object-job.ts'
import type { ObjectJob } from './object-job.ts'
import type { Parts } from '../parts.ts'

const atOnce = 4

/** Does what jobs are on record and not under way, a few at a time; resolves to how many objects they took care of. */
export function runObjectJobs(parts: Parts) {
  const underWay = new Set<string>()
  const inTurn = limit({ running: atOnce, waiting: Infinity })
  const runOne = async (job: ObjectJob, signal: AbortSignal) => {
    try {
      return await inTurn(() => runObjectJob(parts, job, signal))
    } finally {
      underWay.delete(job.id)
    }
  }
  return async ({ signal }: { readonly signal: AbortSignal }): Promise<number> => {
    const jobs = (await parts.metadata.objectJobs.listOpen()).filter(({ id }) => !underWay.has(id))
    for (const { id } of jobs) underWay.add(id)
    const runs = await Promise.allSettled(jobs.map((job) => runOne(job, signal)))
    const fault = runs.find((run) => run.status === 'rejected')
    if (fault) throw fault.reason
    return runs.reduce((sum, run) => sum + (run.status === 'fulfilled' ? run.value : 0), 0)
  }
}

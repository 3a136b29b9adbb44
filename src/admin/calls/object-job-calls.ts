import { isoTime } from '../../lib/iso-time.ts'
import { ownedBucket } from '../owned-bucket.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { ObjectJob } from '../../core/object-jobs/object-job.ts'

interface ObjectJobParts {
  readonly core: Pick<Core, 'objectJobs' | 'catalog'>
  readonly onFault: (error: unknown) => void
  /** Ends jobs that go on after their call was answered. */
  readonly signal: AbortSignal
}

type JobOutput = OutputOf<'startObjectJob'>

export function objectJobCalls({ core: { objectJobs, catalog }, onFault, signal }: ObjectJobParts) {
  const goOn = () => {
    void objectJobs.run({ signal }).catch((error: unknown) => {
      if (!signal.aborted) onFault(error)
    })
  }
  return {
    startObjectJob: async (input: InputOf<'startObjectJob'>) => {
      const { name, project, action, keys = [], prefixes = [], to } = input
      const { bucket } = await ownedBucket(catalog, { name, project })
      const target = to && (await ownedBucket(catalog, { name: to.bucket ?? name, project }))
      const job = await objectJobs.start({
        bucket,
        action,
        keys,
        prefixes,
        to: target && { bucket: target.bucket, prefix: to.prefix, key: to.key },
      })
      goOn()
      return jobOutput(job)
    },
    listObjectJobs: async (named: InputOf<'listObjectJobs'>) => {
      const { bucket } = await ownedBucket(catalog, named)
      return { jobs: (await objectJobs.list(bucket)).map(jobOutput) }
    },
    cancelObjectJob: async ({ id, ...named }: InputOf<'cancelObjectJob'>) => {
      const { bucket } = await ownedBucket(catalog, named)
      return jobOutput(await objectJobs.cancel(bucket, id))
    },
  }
}

const jobOutput = ({ id, bucket, action, keys, prefixes, to, ...job }: ObjectJob): JobOutput => ({
  id,
  bucket,
  action,
  keys: [...keys],
  prefixes: [...prefixes],
  to: to ? { bucket: to.bucket, prefix: to.prefix ?? null, key: to.key ?? null } : null,
  state: job.state,
  done: job.progress.done,
  total: job.progress.total ?? null,
  bytes: job.progress.bytes,
  failed: job.progress.failed,
  errors: [...job.progress.errors],
  createdAt: isoTime(job.createdAt),
  endedAt: job.endedAt === undefined ? null : isoTime(job.endedAt),
})

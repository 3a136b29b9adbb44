import { expect } from 'chai'
import { lifecycleJob } from '../../src/jobs/lifecycle.ts'
import { createMetrics } from '../../src/lib/metrics.ts'
import { rejection } from '../contracts/rejection.ts'
import type { Core } from '../../src/core/create-core.ts'

const { signal } = new AbortController()
const figures = {
  expired: 3,
  expiredBytes: 30,
  transitioned: 2,
  transitionedBytes: 20,
  abortedUploads: 1,
}

const openJob = (failures: readonly unknown[] = [], dayMs = 86_400_000) => {
  const metrics = createMetrics()
  const maintenance = { runLifecycle: () => Promise.resolve({ ...figures, failures }) }
  const job = lifecycleJob({ maintenance, settings: { dayMs } } as unknown as Core, metrics)
  return { job, metrics }
}

describe('The job of lifecycle rules', () => {
  it('tells what it has done, in the log and in the figures', async () => {
    const { job, metrics } = openJob()
    expect(await job.run(signal)).to.deep.equal(figures)
    await job.run(signal)
    const text = await metrics.text()
    for (const line of [
      'seau_lifecycle_expired_total 6',
      'seau_lifecycle_expired_bytes_total 60',
      'seau_lifecycle_transitioned_total 4',
      'seau_lifecycle_transitioned_bytes_total 40',
      'seau_lifecycle_aborted_uploads_total 2',
      'seau_lifecycle_failures_total 0',
    ])
      expect(text).to.include(line)
    expect(Number(/^seau_lifecycle_last_run_seconds (\S+)/m.exec(text)?.[1])).to.be.closeTo(
      Date.now() / 1000,
      5,
    )
  })

  it('fails with what went wrong', async () => {
    const { job, metrics } = openJob([new Error('no disk')])
    expect(await rejection(job.run(signal))).to.be.instanceOf(AggregateError)
    expect(await metrics.text()).to.include('seau_lifecycle_failures_total 1')
  })

  it('runs each hour, and more often on a shorter day', () => {
    expect(openJob().job.everyMs).to.equal(3_600_000)
    expect(openJob([], 10_000).job).to.include({ firstMs: 1000, everyMs: 1000 })
  })
})

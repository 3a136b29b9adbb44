import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { schedule } from '../../src/jobs/schedule.ts'

const quiet = { info: () => undefined, error: () => undefined }

describe('a scheduled job', () => {
  it('runs again and again, also after a failure, which is logged', async () => {
    const errors: unknown[] = []
    let runs = 0
    const log = { ...quiet, error: (entry: unknown) => void errors.push(entry) }
    const run = () => (++runs === 1 ? Promise.reject(new Error('no luck')) : Promise.resolve(0))
    const job = schedule({ name: 'try', firstMs: 0, everyMs: 1, run }, log)
    while (runs < 3) await sleep(1)
    await job.stop()
    expect(errors).to.have.length(1)
    expect(errors[0]).to.have.property('job', 'try')
  })

  it('is told to stop, and waited for', async () => {
    let ended = 0
    let began = 0
    const run = async (signal: AbortSignal) => {
      began++
      while (!signal.aborted) await sleep(1)
      ended++
      return 0
    }
    const job = schedule({ name: 'wait', firstMs: 0, everyMs: 1, run }, quiet)
    while (began === 0) await sleep(1)
    await job.stop()
    expect(ended).to.equal(1)
    await sleep(10)
    expect(began).to.equal(1)
  })

  it('says how much it has done, if anything', async () => {
    const lines: unknown[] = []
    const counts = [3, 0]
    const run = () => Promise.resolve(counts.shift() ?? 0)
    const log = { ...quiet, info: (entry: unknown) => void lines.push(entry) }
    const job = schedule({ name: 'count', firstMs: 0, everyMs: 1, run }, log)
    while (counts.length > 0) await sleep(1)
    await job.stop()
    expect(lines).to.deep.equal([{ job: 'count', count: 3 }])
  })

  it('tells how it fares, and runs at once when it is asked', async () => {
    let runs = 0
    const run = () => (++runs === 2 ? Promise.reject(new Error('no luck')) : Promise.resolve({ moved: runs }))
    const job = schedule({ name: 'ask', firstMs: 60_000, everyMs: 60_000, run }, quiet)
    expect(job.status()).to.include({ name: 'ask', everyMs: 60_000, isRunning: false, last: undefined })
    expect(job.status().nextAt).to.be.above(Date.now())
    job.runNow()
    expect(job.status()).to.include({ isRunning: true, nextAt: undefined })
    job.runNow()
    await sleep(5)
    expect(runs).to.equal(1)
    expect(job.status().last).to.deep.include({ figures: { moved: 1 }, problem: undefined })
    job.runNow()
    await sleep(5)
    expect(job.status().last).to.deep.include({ figures: {}, problem: 'Error: no luck' })
    await job.stop()
    job.runNow()
    expect(runs).to.equal(2)
  })
})

import { expect } from 'chai'
import { coalesced } from '../../src/metadata/coalesced.ts'

describe('coalesced', () => {
  const openWork = () => {
    const runs: { end: () => void; fail: (error: Error) => void }[] = []
    const work = () =>
      new Promise<void>((resolve, reject) => {
        runs.push({ end: resolve, fail: reject })
      })
    return { runs, run: coalesced(work) }
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  it('lets calls that come during a run wait for one run that begins after it', async () => {
    const { runs, run } = openWork()
    const ended: string[] = []
    const note = (name: string) => () => ended.push(name)
    void run().then(note('first'))
    void run().then(note('second'))
    void run().then(note('third'))
    await settled()
    expect(runs).to.have.length(1)
    runs[0]?.end()
    await settled()
    expect({ ended, runs: runs.length }).to.deep.equal({ ended: ['first'], runs: 2 })
    runs[1]?.end()
    await settled()
    expect(ended).to.deep.equal(['first', 'second', 'third'])
  })

  it('fails the calls of the failed run only', async () => {
    const { runs, run } = openWork()
    const first = run().catch((error: unknown) => error)
    const second = run().then(() => 'ended')
    runs[0]?.fail(new Error('no luck'))
    expect(await first).to.be.an('error')
    await settled()
    runs[1]?.end()
    expect(await second).to.equal('ended')
  })
})

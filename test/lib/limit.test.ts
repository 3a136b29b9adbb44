import { expect } from 'chai'
import { limit, LimitReached } from '../../src/lib/limit.ts'
import { rejection } from '../contracts/rejection.ts'

describe('limit', () => {
  /** Works that run until they are told to end. */
  const works = () => {
    const running: (() => void)[] = []
    const work = () => new Promise<void>((resolve) => running.push(resolve))
    return { running, work }
  }

  it('runs so many at a time, and the others in turn', async () => {
    const inTurn = limit({ running: 2, waiting: 9 })
    const { running, work } = works()
    const done = [1, 2, 3].map(() => inTurn(work))
    expect(running).to.have.length(2)
    running[0]?.()
    await done[0]
    expect(running).to.have.length(3)
    running.forEach((end) => {
      end()
    })
    await Promise.all(done)
  })

  it('refuses whoever finds the queue full, and nobody later', async () => {
    const inTurn = limit({ running: 1, waiting: 1 })
    const { running, work } = works()
    const first = inTurn(work)
    const second = inTurn(() => Promise.resolve('second'))
    expect(await rejection(inTurn(work))).to.be.instanceOf(LimitReached)
    running[0]?.()
    await first
    expect(await second).to.equal('second')
    expect(await inTurn(() => Promise.resolve('later'))).to.equal('later')
  })

  it('goes on after a work that failed', async () => {
    const inTurn = limit({ running: 1, waiting: 1 })
    const failed = inTurn(() => Promise.reject(new Error('failed')))
    const next = inTurn(() => Promise.resolve('next'))
    expect(await rejection(failed)).to.include({ message: 'failed' })
    expect(await next).to.equal('next')
  })
})

import { expect } from 'chai'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRateLimiter } from '../../src/lib/rate-limit.ts'

describe('createRateLimiter', () => {
  it('lets a second have what it is worth, each name for itself', async () => {
    const limiter = createRateLimiter()
    for (let n = 0; n < 49; n++) expect(await limiter.take('a', 1 / 49)).to.equal(undefined)
    expect(await limiter.take('a', 1 / 49)).to.be.within(1, 1000)
    expect(await limiter.take('b', 1)).to.equal(undefined)
  })

  it('begins anew after a second', async () => {
    const limiter = createRateLimiter()
    await limiter.take('a', 1)
    const waitMs = (await limiter.take('a', 1)) ?? 0
    await sleep(waitMs + 20)
    expect(await limiter.take('a', 1)).to.equal(undefined)
  })

  it('has those wait who used more than they were asked for', async () => {
    const limiter = createRateLimiter()
    await limiter.charge('a', 0.5)
    expect(await limiter.take('a', 0)).to.equal(undefined)
    await limiter.charge('a', 30)
    expect(await limiter.take('a', 0)).to.be.within(30_000, 31_000)
    await limiter.charge('a', 10)
    expect(await limiter.take('a', 0)).to.be.within(39_900, 41_000)
  })

  it('lets a process have its share only', async () => {
    const limiter = createRateLimiter(1 / 2)
    for (let n = 0; n < 5; n++) expect(await limiter.take('a', 1 / 10)).to.equal(undefined)
    expect(await limiter.take('a', 1 / 10)).to.be.a('number')
  })
})

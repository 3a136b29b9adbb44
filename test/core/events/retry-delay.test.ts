import { expect } from 'chai'
import { retryDelay } from '../../../src/core/events/retry-delay.ts'

describe('retryDelay', () => {
  it('doubles from a second to an hour', () => {
    const delays = [1, 2, 3, 12, 13, 24].map((attempts) => retryDelay(attempts, 1))
    expect(delays).to.deep.equal([1000, 2000, 4000, 2_048_000, 3_600_000, 3_600_000])
  })
  it('is spread over its second half', () => {
    expect([retryDelay(3, 0), retryDelay(3, 0.5)]).to.deep.equal([2000, 3000])
  })
})

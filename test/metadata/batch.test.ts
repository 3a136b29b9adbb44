import { expect } from 'chai'
import { setTimeout as delay } from 'node:timers/promises'
import { batched } from '../../src/metadata/batch.ts'

describe('batched work', () => {
  it('takes what arrives in one tick together, and what arrives meanwhile next', async () => {
    const batches: (readonly number[])[] = []
    const double = batched(
      async (items: readonly number[]) => {
        batches.push(items)
        await delay(5)
        return items.map((item) => item * 2)
      },
      { count: 100 },
    )
    const first = [1, 2, 3].map(double)
    await delay(1)
    const next = [4, 5].map(double)
    expect(await Promise.all([...first, ...next])).to.deep.equal([2, 4, 6, 8, 10])
    expect(batches).to.deep.equal([
      [1, 2, 3],
      [4, 5],
    ])
  })

  it('is bounded in count', async () => {
    const sizes: number[] = []
    const run = batched(
      (items: readonly number[]) => {
        sizes.push(items.length)
        return Promise.resolve(items)
      },
      { count: 4 },
    )
    await Promise.all(Array.from({ length: 10 }, (_, n) => run(n)))
    expect(sizes).to.deep.equal([4, 4, 2])
  })

  it('is bounded in size, though one member may be larger', async () => {
    const batches: (readonly number[])[] = []
    const run = batched(
      (items: readonly number[]) => {
        batches.push(items)
        return Promise.resolve(items)
      },
      { count: 100, size: 10, sizeOf: (item) => item },
    )
    await Promise.all([4, 6, 1, 50, 2].map(run))
    expect(batches).to.deep.equal([[4, 6], [1], [50], [2]])
  })

  it('rejects every member of a batch whose work does, and goes on', async () => {
    let runs = 0
    const run = batched(
      (items: readonly number[]) =>
        runs++ === 0 ? Promise.reject(new Error('once')) : Promise.resolve(items),
      { count: 2 },
    )
    const outcomes = await Promise.allSettled([1, 2, 3].map(run))
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected', 'fulfilled'])
  })
})

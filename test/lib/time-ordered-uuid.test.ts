import { expect } from 'chai'
import { timeOfUuid, timeOrderedUuid } from '../../src/lib/time-ordered-uuid.ts'

describe('timeOrderedUuid', () => {
  it('has the form of a UUID of version 7', () => {
    expect(timeOrderedUuid(1_800_000_000_000)).to.match(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('tells its moment to the millisecond', () => {
    for (const now of [0, 1, 1_700_000_000_123, 2 ** 48 - 1])
      expect(timeOfUuid(timeOrderedUuid(now))).to.equal(now)
  })

  it('sorts by time', () => {
    const moments = [5, 70, 1_700_000_000_000, 1_700_000_000_001, 1_900_000_000_000]
    const uuids = moments.map(timeOrderedUuid)
    expect([...uuids].sort()).to.deep.equal(uuids)
  })

  it('never repeats itself within a millisecond', () => {
    const uuids = new Set(Array.from({ length: 20_000 }, () => timeOrderedUuid(1_700_000_000_000)))
    expect(uuids).to.have.property('size', 20_000)
  })
})

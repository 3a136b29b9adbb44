import { expect } from 'chai'
import fc from 'fast-check'
import { formatIsoDate, parseEpoch, parseTimestamp } from '../../src/protocol/timestamp.ts'

describe('parseTimestamp', () => {
  const moment = '1994-11-06T08:49:37.000Z'
  for (const text of [
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    '1994-11-06T08:49:37Z',
    '1994-11-06T08:49:37.000Z',
    '1994-11-06T08:49:37',
    '1994-11-06T09:49:37+01:00',
    '19941106T084937Z',
  ]) {
    it(`reads ${text}`, () => {
      expect(parseTimestamp(text)?.toISOString()).to.equal(moment)
    })
  }

  for (const text of ['', 'yesterday', '1994', '1994-13-01', '1994-11-06T25:00:00Z', 'foo 1', '784111777']) {
    it(`refuses "${text}"`, () => {
      expect(parseTimestamp(text)).to.equal(undefined)
    })
  }
})

describe('parseEpoch', () => {
  it('reads seconds since 1970', () => {
    expect(parseEpoch('784111777')?.toISOString()).to.equal('1994-11-06T08:49:37.000Z')
  })
})

describe('formatIsoDate', () => {
  it('writes what toISOString writes', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(formatIsoDate(date)).to.equal(date.toISOString())
      }),
    )
  })
})

import { expect } from 'chai'
import { formatByteSize, parseByteSize } from '../../src/lib/byte-size.ts'

describe('parseByteSize', () => {
  for (const [text, bytes] of [
    ['0', 0],
    ['16KiB', 16_384],
    ['5TiB', 5 * 2 ** 40],
    ['1.5 MB', 1_500_000],
  ] as const) {
    it(`reads ${text}`, () => {
      expect(parseByteSize(text)).to.equal(bytes)
    })
  }

  for (const text of ['', 'KiB', '-1', '1e3', '0.3KiB', '16kib', '1 2', '99999999TiB']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(parseByteSize(text)).to.equal(undefined)
    })
  }
})

describe('formatByteSize', () => {
  it('takes the largest unit that divides the size', () => {
    expect([0, 1000, 1024, 3 * 2 ** 29].map(formatByteSize)).to.deep.equal(['0', '1000', '1KiB', '1536MiB'])
  })
})

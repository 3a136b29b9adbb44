import { expect } from 'chai'
import { parseSize, sizeText } from '../../src/console/lib/size.ts'

describe('a size as it is typed', () => {
  it('has powers of 1024 with i or without B, of 1000 with B alone, in English and French', () => {
    const sizes = {
      '10 GiB': 10 * 2 ** 30,
      '10G': 10 * 2 ** 30,
      '1.5 kB': 1500,
      '1,5 Ko': 1500,
      '2 Mio': 2 ** 21,
    }
    for (const [text, bytes] of Object.entries(sizes)) expect(parseSize(text), text).to.equal(bytes)
  })

  it('is a number of bytes without a unit', () => {
    expect(['0', ' 512 ', '7 B', '8 o', '9 bytes'].map(parseSize)).to.deep.equal([0, 512, 7, 8, 9])
  })

  it('is none where it is something else, or more than can be counted', () => {
    for (const text of ['', 'much', '-1', '1 XB', '1 GiBs', '1.2.3', '99999999 PiB'])
      expect(parseSize(text), text).to.equal(undefined)
  })

  it('comes back exactly as it is shown', () => {
    expect([0, 1, 1023, 2 ** 20, 1.5 * 2 ** 30].map(sizeText)).to.deep.equal([
      '0 B',
      '1 B',
      '1023 B',
      '1 MiB',
      '1536 MiB',
    ])
    for (const bytes of [0, 1, 1023, 2 ** 20, 1.5 * 2 ** 30])
      expect(parseSize(sizeText(bytes))).to.equal(bytes)
  })
})

import { expect } from 'chai'
import fc from 'fast-check'
import { packTexts, unpackTexts } from '../../src/lib/length-prefixed.ts'

const texts = fc.array(fc.string({ unit: 'grapheme' }))

describe('packed texts', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(texts, (row) => {
        expect(unpackTexts(packTexts(row))).to.deep.equal(row)
      }),
    )
  })

  it('are different for different rows', () => {
    expect(packTexts(['ab', 'c'])).not.to.deep.equal(packTexts(['a', 'bc']))
    expect(packTexts(['a'])).not.to.deep.equal(packTexts(['a', '']))
  })

  it('are not read from anything else', () => {
    const packed = packTexts(['abc'])
    expect(unpackTexts(packed.subarray(0, -1))).to.equal(undefined)
    expect(unpackTexts(packed.subarray(0, 2))).to.equal(undefined)
    expect(unpackTexts(Buffer.from('ffffffff00', 'hex'))).to.equal(undefined)
  })
})

import { expect } from 'chai'
import { checkedText, randomText, withChecksum } from '../../src/lib/checked-token.ts'

describe('checked tokens', () => {
  it('end in six letters or digits that follow from the rest', () => {
    expect(withChecksum('seau_abc')).to.match(/^seau_abc[0-9A-Za-z]{6}$/)
    expect(checkedText(withChecksum('seau_abc'))).to.equal('seau_abc')
    expect(checkedText(withChecksum(''))).to.equal('')
  })

  it('show what was mistyped or cut off', () => {
    const token = withChecksum('seau_abc')
    expect(checkedText(token.replace('b', 'd'))).to.equal(undefined)
    expect(checkedText(token.slice(0, -1))).to.equal(undefined)
    expect(checkedText('')).to.equal(undefined)
  })

  it('are made of texts that differ', () => {
    const texts = Array.from({ length: 100 }, () => randomText(20))
    expect(new Set(texts).size).to.equal(100)
    for (const text of texts) expect(text).to.match(/^[0-9A-Za-z]{20}$/)
  })
})

import { expect } from 'chai'
import { matchesStrongly, matchesWeakly, parseEntityTags } from '../../../src/core/objects/entity-tags.ts'

describe('Entity tags in a condition', () => {
  it('come as a list, with or without quotes', () => {
    expect(parseEntityTags('"abc"')).to.deep.equal(['abc'])
    expect(parseEntityTags('abc')).to.deep.equal(['abc'])
    expect(parseEntityTags(' "abc-2" , W/"def",')).to.deep.equal(['abc-2', 'W/def'])
  })

  it('come as * for any', () => {
    expect(parseEntityTags(' * ')).to.equal('*')
    expect(matchesStrongly('*', 'abc')).to.equal(true)
    expect(matchesWeakly('*', 'abc')).to.equal(true)
  })

  it('are equal although weak only in a weak comparison', () => {
    expect(matchesWeakly(['W/abc'], 'abc')).to.equal(true)
    expect(matchesStrongly(['W/abc'], 'abc')).to.equal(false)
    expect(matchesStrongly(['def', 'abc'], 'abc')).to.equal(true)
    expect(matchesWeakly(['def'], 'abc')).to.equal(false)
  })
})

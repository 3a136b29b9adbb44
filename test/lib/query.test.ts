import { expect } from 'chai'
import { parseQuery, parseQueryPairs } from '../../src/lib/query.ts'

describe('parseQueryPairs', () => {
  it('keeps order, repetition and empty values', () => {
    expect(parseQueryPairs('b=1&a&b=2&c=&&=x&d=e=f')).to.deep.equal([
      ['b', '1'],
      ['a', ''],
      ['b', '2'],
      ['c', ''],
      ['', 'x'],
      ['d', 'e=f'],
    ])
  })

  it('decodes percent-encoding, plus signs and raw UTF-8 bytes', () => {
    expect(parseQueryPairs('a+b=%C3%A9%2B+%26')).to.deep.equal([['a b', 'é+ &']])
    expect(parseQueryPairs(`a=${Buffer.from('é').toString('latin1')}`)).to.deep.equal([['a', 'é']])
  })

  it('refuses malformed percent-encoding and UTF-8', () => {
    for (const query of ['a=%', 'a=%g0', '%ff=1', 'a=%ed%a0%80']) {
      expect(() => parseQueryPairs(query)).to.throw(URIError)
    }
  })

  it('refuses more than 1,000 parameters', () => {
    expect(parseQueryPairs('a&'.repeat(1000))).to.have.length(1000)
    expect(() => parseQueryPairs('a&'.repeat(1001))).to.throw(URIError)
  })
})

describe('parseQuery', () => {
  it('lets the first of several values win', () => {
    expect([...parseQuery('a=1&b=2&a=3')]).to.deep.equal([
      ['a', '1'],
      ['b', '2'],
    ])
    expect(parseQuery('').size).to.equal(0)
  })
})

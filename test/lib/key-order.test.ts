import { expect } from 'chai'
import fc from 'fast-check'
import { behindKey, behindPrefix, commonPrefixOf, compareKeys } from '../../src/lib/key-order.ts'

const bytes = (text: string) => Buffer.from(text)
const edges = ['a', '\u0001', '\uD7FF', '\uE000', '\uFFFF', '\u{10000}', '\u{10FFFF}']
const keys = fc
  .array(fc.oneof(fc.constantFrom(...edges), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
  .filter((key) => !key.includes('\0'))

describe('compareKeys', () => {
  it('orders as the bytes of UTF-8 do', () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).to.equal(Buffer.compare(bytes(a), bytes(b)))
      }),
      { seed: 1 },
    )
  })
})

describe('behindPrefix', () => {
  it('lies behind every key of the prefix, and not behind any other that follows them', () => {
    fc.assert(
      fc.property(keys, keys, (prefix, other) => {
        const end = behindPrefix(prefix)
        expect(bytes(end).toString()).to.equal(end)
        expect(compareKeys(prefix + other, end)).to.be.below(0)
        const follows = compareKeys(other, prefix) > 0 && !other.startsWith(prefix)
        if (follows) expect(compareKeys(other, end)).to.be.at.least(0)
      }),
      { seed: 2 },
    )
  })

  it('steps over the surrogates, and raises the code point before the last possible one', () => {
    expect(behindPrefix('a\uD7FF')).to.equal('a\uE000')
    expect(behindPrefix('a\u{10FFFF}\u{10FFFF}')).to.equal('b')
  })

  it('lies behind every possible key when nothing can be raised', () => {
    const greatest = '\u{10FFFF}'.repeat(256)
    expect(compareKeys(greatest, behindPrefix(''))).to.be.below(0)
    expect(compareKeys(greatest, behindPrefix('\u{10FFFF}'))).to.be.below(0)
  })
})

describe('behindKey', () => {
  it('leaves no key between', () => {
    fc.assert(
      fc.property(keys, keys, (key, other) => {
        expect(compareKeys(other, behindKey(key)) >= 0).to.equal(compareKeys(other, key) > 0)
        expect(compareKeys(key + other, behindKey(key))).to.be.at.least(0)
      }),
      { seed: 3 },
    )
  })
})

describe('commonPrefixOf', () => {
  it('ends with the first delimiter behind the prefix', () => {
    expect(commonPrefixOf('a/b/c', 'a/', '/')).to.equal('a/b/')
    expect(commonPrefixOf('a--b--c', '', '--')).to.equal('a--')
  })

  it('is undefined without a delimiter there, or outside the prefix', () => {
    expect(commonPrefixOf('a/b', 'a/', '/')).to.equal(undefined)
    expect(commonPrefixOf('a/b', 'b', '/')).to.equal(undefined)
    expect(commonPrefixOf('a/b', '', undefined)).to.equal(undefined)
  })
})

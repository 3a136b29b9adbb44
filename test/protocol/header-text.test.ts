import { expect } from 'chai'
import fc from 'fast-check'
import { decodeHeader, decodeMetadata, encodeHeader, encodeMetadata } from '../../src/protocol/header-text.ts'
import { refusalOf } from './refusal.ts'

const onWire = (text: string): string => Buffer.from(text).toString('latin1')

describe('headers', () => {
  it('are UTF-8 where their bytes are, else latin1', () => {
    expect(decodeHeader(onWire('é'))).to.equal('é')
    expect(decodeHeader('\xe9')).to.equal('\xe9')
  })

  it('leave as UTF-8 bytes', () => {
    expect(encodeHeader('Content-Disposition', 'a "é"')).to.equal(onWire('a "é"'))
  })

  it('are refused when they would break HTTP', () => {
    for (const text of ['a\r\nX: y', '\n', '\0', '\x7f']) {
      expect(refusalOf(() => encodeHeader('X', text)).code).to.equal('InvalidArgument')
    }
  })
})

describe('user metadata', () => {
  it('stays as it is when it is printable ASCII', () => {
    expect(encodeMetadata('a=b_c =?x')).to.equal('a=b_c =?x')
  })

  it('takes the shorter form of RFC 2047', () => {
    expect(encodeMetadata('ÄMÄZÕÑ S3')).to.equal('=?UTF-8?B?w4RNw4Raw5XDkSBTMw==?=')
    expect(encodeMetadata('caf\u00e9 in the morning')).to.equal('=?UTF-8?Q?caf=C3=A9_in_the_morning?=')
  })

  it('is read from raw UTF-8 and from encoded words, white space between words left out', () => {
    expect(decodeMetadata(onWire('ÄMÄ'))).to.equal('ÄMÄ')
    expect(decodeMetadata('x =?utf-8?q?a_=C3=A9?=')).to.equal('x a é')
    expect(decodeMetadata('=?UTF-8?B?w6k=?= =?UTF-8?Q?_b?=')).to.equal('é b')
  })

  it('leaves words alone that hold no UTF-8', () => {
    expect(decodeMetadata('=?UTF-8?Q?=FF?=')).to.equal('=?UTF-8?Q?=FF?=')
    expect(decodeMetadata('=?ISO-8859-1?Q?a?=')).to.equal('=?ISO-8859-1?Q?a?=')
  })

  it('comes back from the wire as it was', () => {
    const texts = fc.string({ unit: 'binary' }).filter((text) => !text.includes('=?'))
    fc.assert(
      fc.property(texts, (text) => {
        const wire = encodeMetadata(text)
        expect(wire).to.match(/^[\t\x20-\x7e]*$/)
        expect(decodeMetadata(wire)).to.equal(text)
      }),
    )
  })
})

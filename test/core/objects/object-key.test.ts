import { expect } from 'chai'
import { checkKeyPart, checkObjectKey } from '../../../src/core/objects/object-key.ts'
import { thrown } from '../thrown.ts'

describe('An object key', () => {
  it('may be any well-formed text of up to 1,024 bytes', () => {
    for (const key of ['a', '/', '//a/../b', ' ', '\u{1F600}', '\u0001', 'é'.repeat(512), 'e\u0301'])
      checkObjectKey(key)
  })

  it('is counted in bytes', () => {
    const error = thrown(() => {
      checkObjectKey('é'.repeat(513))
    })
    expect([error.code, error.detail]).to.deep.equal([
      'KeyTooLongError',
      { Size: 1026, MaxSizeAllowed: 1024 },
    ])
  })

  it('is not empty, holds no NUL and no lone surrogate', () => {
    for (const key of ['', 'a\0b', 'a\uD800', '\uDC00b']) {
      expect(
        thrown(() => {
          checkObjectKey(key)
        }).code,
      ).to.equal('InvalidArgument')
    }
  })
})

describe('Part of a key', () => {
  it('may be empty or missing', () => {
    checkKeyPart('prefix', '')
    checkKeyPart('prefix', undefined)
  })

  it('follows the rules of keys otherwise', () => {
    expect(
      thrown(() => {
        checkKeyPart('marker', '\0')
      }).detail,
    ).to.include({ ArgumentName: 'marker' })
    expect(
      thrown(() => {
        checkKeyPart('prefix', 'a'.repeat(1025))
      }).code,
    ).to.equal('KeyTooLongError')
  })
})

import { expect } from 'chai'
import { checkUserMetadata } from '../../../src/core/objects/user-metadata.ts'
import { thrown } from '../thrown.ts'

describe('User metadata', () => {
  it('is 2 KiB at most, names and values together', () => {
    checkUserMetadata({})
    checkUserMetadata({ a: 'x'.repeat(1000), b: 'x'.repeat(1046) })
    const error = thrown(() => {
      checkUserMetadata({ a: 'x'.repeat(1000), b: 'x'.repeat(1047) })
    })
    expect([error.code, error.detail]).to.deep.equal([
      'MetadataTooLarge',
      { Size: 2049, MaxSizeAllowed: 2048 },
    ])
  })

  it('is counted in bytes of UTF-8', () => {
    expect(
      thrown(() => {
        checkUserMetadata({ a: 'é'.repeat(1024) })
      }).code,
    ).to.equal('MetadataTooLarge')
  })
})

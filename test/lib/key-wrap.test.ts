import { expect } from 'chai'
import { createKey, unwrapKey, wrapKey } from '../../src/lib/key-wrap.ts'

describe('wrapKey', () => {
  const wrapping = createKey()
  const key = createKey()

  it('is undone by unwrapKey, and differs each time', () => {
    const wrapped = wrapKey(wrapping, key, 'here')
    expect(unwrapKey(wrapping, wrapped, 'here')?.equals(key)).to.equal(true)
    expect(wrapKey(wrapping, key, 'here')).not.to.equal(wrapped)
    expect(Buffer.from(wrapped, 'base64').includes(key)).to.equal(false)
  })

  it('does not open with another key, at another place, or changed', () => {
    const wrapped = wrapKey(wrapping, key, 'here')
    expect(unwrapKey(createKey(), wrapped, 'here')).to.equal(undefined)
    expect(unwrapKey(wrapping, wrapped, 'there')).to.equal(undefined)
    expect(unwrapKey(wrapping, wrapped.slice(4), 'here')).to.equal(undefined)
    expect(unwrapKey(wrapping, '', 'here')).to.equal(undefined)
  })
})

import { expect } from 'chai'
import { networkMatcher } from '../../src/lib/networks.ts'

describe('networkMatcher', () => {
  const isInside = networkMatcher(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32', '::1'])

  it('finds addresses in networks and single addresses', () => {
    for (const address of ['10.1.2.3', '192.0.2.7', '2001:db8::5', '::1']) {
      expect([address, isInside(address)]).to.deep.equal([address, true])
    }
  })

  it('knows IPv4 in the form of IPv6', () => {
    expect(isInside('::ffff:10.1.2.3')).to.equal(true)
    expect(isInside('::ffff:11.1.2.3')).to.equal(false)
  })

  it('finds neither other addresses nor what is none', () => {
    for (const address of ['11.0.0.1', '192.0.2.8', '2001:db9::5', '::2', 'localhost', '', undefined]) {
      expect([address, isInside(address)]).to.deep.equal([address, false])
    }
    expect(networkMatcher([])('10.1.2.3')).to.equal(false)
  })
})

import { expect } from 'chai'
import { networkMatcher, parseNetwork, plainAddress } from '../../src/lib/networks.ts'

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

describe('A network', () => {
  it('is told by its kind, its size and whether it is private', () => {
    expect(parseNetwork('192.0.2.0/24')).to.deep.include({ family: 'ipv4', bits: 24 })
    expect(parseNetwork('10.0.0.1')).to.deep.equal({ family: 'ipv4', bits: 32, isPrivate: true })
    expect(parseNetwork('fd00::/8')).to.deep.equal({ family: 'ipv6', bits: 8, isPrivate: true })
    expect(() => parseNetwork('10.0.0.0/33')).to.throw()
  })
})

describe('An address', () => {
  it('is written without the clothes of IPv6', () => {
    expect(plainAddress('::ffff:192.0.2.1')).to.equal('192.0.2.1')
    expect(plainAddress('2001:db8:0::1')).to.equal('2001:db8::1')
    expect(plainAddress('somewhere')).to.equal('somewhere')
  })
})

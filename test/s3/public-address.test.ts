import { expect } from 'chai'
import { addressedAs, locationOf, publicAddress } from '../../src/s3/public-address.ts'

const store = publicAddress('https://example.com/store/')
const plain = publicAddress('http://example.org:8080')

describe('publicAddress', () => {
  it('takes a URL apart', () => {
    expect(store).to.deep.equal({ host: 'example.com', pathPrefix: '/store', scheme: 'https' })
    expect(plain).to.deep.equal({ host: 'example.org:8080', pathPrefix: '', scheme: 'http' })
  })
})

describe('addressedAs', () => {
  it('finds the address by the host, and the prefix in the path', () => {
    expect(addressedAs([plain, store], 'Example.com', '/store/b/k')).to.deep.equal({
      publicAddress: store,
      pathPrefix: '/store',
    })
    expect(addressedAs([plain, store], 'example.com', '/b/k')).to.deep.equal({ publicAddress: store })
  })

  it('assumes the first address for another host, and none when there are none', () => {
    expect(addressedAs([plain, store], 'inside', '/store/b')).to.deep.equal({ publicAddress: plain })
    expect(addressedAs([], 'inside', '/store/b')).to.deep.equal({})
  })
})

describe('locationOf', () => {
  const object = { bucket: 'b', key: 'a/b c' }
  const origin = { scheme: 'http', host: 'b.inside:9000' } as const

  it('is the address that the client used', () => {
    expect(locationOf({ address: { style: 'path' }, origin }, object)).to.equal(
      'http://b.inside:9000/b/a%2Fb%20c',
    )
    expect(locationOf({ address: { style: 'virtual' }, origin }, object)).to.equal(
      'http://b.inside:9000/a%2Fb%20c',
    )
  })

  it('keeps the host that names a project', () => {
    const located = { address: { style: 'path', project: 'p' }, origin, publicAddress: store } as const
    expect(locationOf(located, object)).to.equal('https://b.inside:9000/store/b/a%2Fb%20c')
  })

  it('is the public address when there is one', () => {
    const located = { address: { style: 'path' }, origin, publicAddress: store } as const
    expect(locationOf(located, object)).to.equal('https://example.com/store/b/a%2Fb%20c')
  })
})

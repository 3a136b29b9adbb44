import { expect } from 'chai'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { originReader } from '../../src/http/forwarded.ts'

const requestFrom = (remoteAddress: string, headers: IncomingHttpHeaders) =>
  ({ socket: { remoteAddress }, headers: { host: 'inside', ...headers } }) as unknown as IncomingMessage

const headers = {
  'x-forwarded-for': '198.51.100.1',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'example.com:8443',
}

describe('originReader', () => {
  const originOf = originReader(['10.0.0.0/8'])

  it('believes a trusted proxy', () => {
    expect(originOf(requestFrom('10.0.0.1', headers))).to.deep.equal({
      remoteAddress: '198.51.100.1',
      scheme: 'https',
      host: 'example.com:8443',
    })
  })

  it('believes nobody else', () => {
    const direct = { remoteAddress: '203.0.113.5', scheme: 'http', host: 'inside' }
    expect(originOf(requestFrom('203.0.113.5', headers))).to.deep.equal(direct)
    const openly = originReader([])(requestFrom('10.0.0.1', headers))
    expect(openly).to.deep.equal({ ...direct, remoteAddress: '10.0.0.1' })
  })

  it('takes the last address that is not a trusted proxy’s, whatever a client has put in front', () => {
    const chain = (list: string) =>
      originOf(requestFrom('10.0.0.1', { 'x-forwarded-for': list })).remoteAddress
    expect(chain('192.0.2.66, 198.51.100.1, 10.0.0.2')).to.equal('198.51.100.1')
    expect(chain('10.0.0.3, 10.0.0.2')).to.equal('10.0.0.3')
    expect(chain('192.0.2.66, unknown, 10.0.0.2')).to.equal('10.0.0.2')
    expect(chain('unknown')).to.equal('10.0.0.1')
  })

  it('takes what the nearest proxy says of scheme and host, if it makes sense', () => {
    const said = { 'x-forwarded-proto': 'https, HTTP', 'x-forwarded-host': 'made.up, example.com' }
    const { scheme, host } = originOf(requestFrom('10.0.0.1', said))
    expect([scheme, host]).to.deep.equal(['http', 'example.com'])
    expect(originOf(requestFrom('10.0.0.1', { 'x-forwarded-proto': 'gopher' })).scheme).to.equal('http')
    expect(originOf(requestFrom('10.0.0.1', {})).host).to.equal('inside')
  })
})

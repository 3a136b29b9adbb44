import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { readCounts, watch } from '../../conformance/exercised.ts'
import { createMetrics } from '../../src/lib/metrics.ts'

describe('the operations that a rule exercises', () => {
  let metrics: ReturnType<typeof createMetrics>
  let server: Server
  let url: string

  beforeEach(async () => {
    metrics = createMetrics()
    server = createServer((_request, response) => {
      void metrics.text().then((text) => response.end(text))
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/metrics`
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const answer = (operation: string, status: number, lateError?: string) => {
    metrics.countRequest({ operation, status, lateError, milliseconds: 1, bytesIn: 0, bytesOut: 0 })
  }

  it('are those that were answered with success meanwhile', async () => {
    answer('GetObject', 200)
    answer('PutObject', 200)
    const { result, operations } = await watch(url, () => {
      answer('PutObject', 200)
      answer('DeleteObject', 204)
      answer('HeadObject', 304)
      answer('GetObject', 404)
      answer('PutBucketPolicy', 501)
      answer('CopyObject', 200, 'InternalError')
      return Promise.resolve('done')
    })
    expect(result).to.equal('done')
    expect(operations).to.deep.equal(['DeleteObject', 'HeadObject', 'PutObject'])
  })

  it('are counted over all kinds of success', async () => {
    for (const status of [200, 206, 206, 416]) answer('GetObject', status)
    expect([...readCounts(await metrics.text())]).to.deep.equal([['GetObject', 3]])
  })

  it('are not known of a server without figures', async () => {
    expect(await watch(undefined, () => Promise.resolve(1))).to.deep.equal({ result: 1, operations: [] })
  })
})

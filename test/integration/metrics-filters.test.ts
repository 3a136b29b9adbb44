import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { findServerFile } from '../../src/lib/server-file.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { startServer, type TestServer } from '../support/server.ts'

describe('a bucket with metrics configurations', () => {
  let server: TestServer
  let client: Client
  const put = (path: string, body: string, query = {}) => {
    const sum = createHash('md5').update(body).digest('base64')
    return client.send({ method: 'PUT', path, query, headers: { 'content-md5': sum }, body })
  }
  const configure = (id: string, filter = '') =>
    put('photos', `<MetricsConfiguration><Id>${id}</Id>${filter}</MetricsConfiguration>`, { metrics: '', id })

  before(async () => {
    server = await startServer()
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'photos' })
    await configure('all')
    await configure('logs', '<Filter><Prefix>logs/</Prefix></Filter>')
    await configure('tagged', '<Filter><Tag><Key>a</Key><Value>b</Value></Tag></Filter>')
  })
  after(async () => {
    client.close()
    await server.close()
  })

  it('counts the requests that each filter is about', async () => {
    await put('photos/logs/a', 'four')
    await put('photos/other', 'four')
    await client.send({ method: 'GET', path: 'photos/logs/a' })
    await client.send({ method: 'GET', path: 'photos/logs/none' })
    await client.send({ method: 'GET', path: 'photos' })
    const { url = '' } = (await findServerFile(join(server.data, 'server.json'))) ?? {}
    const text = await (await fetch(`${url}/metrics`)).text()
    const line = (name: string, labels: string) =>
      new RegExp(`^${name}\\{${labels}\\} (\\d+)$`, 'm').exec(text)?.[1]
    const logs = 'bucket="photos",filter="logs"'
    expect(line('seau_filtered_requests_total', `${logs},operation="GetObject"`)).to.equal('2')
    expect(line('seau_filtered_requests_total', `${logs},operation="PutObject"`)).to.equal('1')
    expect(line('seau_filtered_errors_total', `${logs},class="4xx"`)).to.equal('1')
    expect(line('seau_filtered_received_bytes_total', logs)).to.equal('4')
    const all = 'bucket="photos",filter="all"'
    expect(line('seau_filtered_requests_total', `${all},operation="PutObject"`)).to.equal('2')
    expect(line('seau_filtered_requests_total', `${all},operation="ListObjects"`)).to.equal('1')
    expect(text).not.to.include('filter="tagged"')
  })
})

import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findServerFile } from '../../src/lib/server-file.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

const configuration =
  '<NotificationConfiguration><QueueConfiguration><Queue>arn:seau:sqs::away:webhook</Queue><Event>s3:ObjectCreated:*</Event></QueueConfiguration></NotificationConfiguration>'

interface ListedEvent {
  readonly id: number
  readonly destination: string
  readonly name: string
  readonly key: string
  readonly state: string
  readonly problem: string | null
}

describe('events in the admin API', () => {
  let server: TestServer
  let client: Client
  let web: string

  before(async () => {
    server = await startServer({ settings: { SEAU_NOTIFY_AWAY: 'http://127.0.0.1:1/' } })
    client = createClient(server)
    web = (await findServerFile(join(server.data, 'server.json')))?.url ?? ''
    await client.send({ method: 'PUT', path: 'told' })
    const headers = { 'x-amz-skip-destination-validation': 'true' }
    await client.send({
      method: 'PUT',
      path: 'told',
      query: { notification: '' },
      headers,
      body: configuration,
    })
    for (const key of ['a', 'b']) await client.send({ method: 'PUT', path: `told/${key}`, body: 'x' })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const authorization = `Basic ${Buffer.from(`${rootKey.accessKeyId}:${rootKey.secretAccessKey}`).toString('base64')}`
  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization, 'content-type': 'application/json' }
    const response = await fetch(`${web}/admin${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> }
  }
  const listed = async (query = '') =>
    (await call('GET', `/events${query}`)).body['events'] as readonly ListedEvent[]

  it('are listed while they wait, with why', async () => {
    while ((await listed()).some(({ problem }) => problem === null)) await sleep(50)
    const events = await listed('?destination=notify:away')
    expect(events.map(({ key }) => key)).to.deep.equal(['a', 'b'])
    expect(events[0]).to.include({ destination: 'notify:away', name: 'ObjectCreated:Put', state: 'waiting' })
    expect(events[0]).to.have.property('problem').that.is.a('string')
    expect(await listed(`?after=${String(events[0]?.id)}`)).to.have.length(1)
    expect(await listed('?state=dead')).to.deep.equal([])
  })

  it('are told of a bucket, with its deliveries, and replayed', async () => {
    await client.send({ method: 'PUT', path: 'silent' })
    const of = async (bucket: string, what: string) => (await call('GET', `/buckets/${bucket}/${what}`)).body
    const { events } = (await of('told', 'events')) as { readonly events: readonly ListedEvent[] }
    expect(events.map(({ key }) => key)).to.deep.equal(['a', 'b'])
    expect(await of('silent', 'events')).to.deep.equal({ events: [], next: null })
    const { deliveries } = (await of('told', 'deliveries')) as { readonly deliveries: readonly object[] }
    expect(deliveries.at(-1)).to.deep.include({
      destination: 'notify:away',
      name: 'ObjectCreated:Put',
      attempt: 1,
      outcome: 'failed',
    })
    expect(await of('silent', 'deliveries')).to.deep.equal({ deliveries: [] })
    expect((await call('POST', '/buckets/told/events/replay', {})).body).to.deep.equal({ count: 0 })
    expect((await of('told', 'events'))['events']).to.have.length(2)
    expect((await call('GET', '/targets')).body).to.deep.equal({
      targets: [{ name: 'away', kind: 'webhook', arn: 'arn:seau:sqs::away:webhook' }],
    })
  })

  it('are counted for Prometheus', async () => {
    const text = await (await fetch(`${web}/metrics`)).text()
    expect(text).to.match(/^seau_notify_waiting 2$/m)
    expect(text).to.match(/^seau_notify_lag_seconds [\d.]+$/m)
    expect(text).to.match(/^seau_replicate_failed 0$/m)
  })

  it('are dropped by id or destination, and never all at once by mistake', async () => {
    expect((await call('DELETE', '/events', {})).status).to.equal(400)
    const [first] = await listed()
    expect((await call('DELETE', '/events', { ids: [first?.id] })).body).to.deep.equal({ count: 1 })
    expect((await call('POST', '/events/replay', { destination: 'notify:away' })).body).to.deep.equal({
      count: 0,
    })
    expect((await call('DELETE', '/events', { destination: 'notify:away' })).body).to.deep.equal({ count: 1 })
    expect(await listed()).to.deep.equal([])
  })

  it('are ordered for what a bucket had before its rules', async () => {
    const versioning = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
    for (const bucket of ['old-source', 'old-target']) {
      await client.send({ method: 'PUT', path: bucket })
      await client.send({ method: 'PUT', path: bucket, query: { versioning: '' }, body: versioning })
    }
    for (const body of ['1', '22']) await client.send({ method: 'PUT', path: 'old-source/k', body })
    expect((await call('POST', '/buckets/old-source/replicate', {})).status).to.equal(404)
    const rules =
      '<ReplicationConfiguration><Role>r</Role><Rule><Prefix></Prefix><Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::old-target</Bucket></Destination></Rule></ReplicationConfiguration>'
    const headers = { 'content-md5': createHash('md5').update(rules).digest('base64') }
    await client.send({ method: 'PUT', path: 'old-source', query: { replication: '' }, headers, body: rules })
    const ordered = await call('POST', '/buckets/old-source/replicate', {})
    expect(ordered).to.deep.equal({ status: 202, body: { count: 2 } })
    const versions = async () => {
      const { body } = await client.send({ method: 'GET', path: 'old-target', query: { versions: '' } })
      return [...body.toString().matchAll(/<Size>(\d+)</g)].map(([, size]) => size)
    }
    while ((await versions()).length < 2) await sleep(50)
    expect(await versions()).to.deep.equal(['2', '1'])
    await sleep(100)
    expect((await call('POST', '/buckets/old-source/replicate', {})).body).to.deep.equal({ count: 0 })
  })
})

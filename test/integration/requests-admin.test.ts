import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { createClient, type Client } from '../support/signed-request.ts'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, temporaryFolder, type TestServer } from '../support/server.ts'
import { startProcess } from '../support/server-process.ts'
import { rm } from 'node:fs/promises'

interface Found {
  readonly requests: readonly Readonly<Record<string, unknown>>[]
  readonly next: number | null
}

const signedIn = async (server: Pick<TestServer, 'data'>): Promise<AdminBrowser> => {
  const browser = await openBrowser(server)
  await browser.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
  return browser
}

const search = async (browser: AdminBrowser, query = ''): Promise<Found> =>
  (await browser.call(`GET /requests${query}`)).body as unknown as Found

/** Requests are written a moment after they were answered. */
async function whenLogged(browser: AdminBrowser, count: number): Promise<Found> {
  for (let tries = 0; tries < 40; tries++) {
    const found = await search(browser)
    if (found.requests.length >= count) return found
    await sleep(100)
  }
  throw new Error(`There are fewer than ${String(count)} requests in the log.`)
}

describe('the log of requests, by the admin API', () => {
  let server: TestServer
  let client: Client
  let browser: AdminBrowser
  beforeEach(async () => {
    server = await startServer()
    client = createClient(server)
    browser = await signedIn(server)
  })
  afterEach(async () => {
    client.close()
    await server.close()
  })

  it('tells who asked for what, and what became of it', async () => {
    await client.send({ method: 'PUT', path: 'photos' })
    await client.send({ method: 'PUT', path: 'photos/a b.jpg', body: 'hello' })
    await client.send({ method: 'GET', path: 'photos/missing.jpg' })
    await fetch(`${server.url}/photos/a%20b.jpg`)
    await fetch(`${server.url}/photos`)
    const { requests } = await whenLogged(browser, 5)
    expect(requests.map(({ operation, status, error }) => [operation, status, error])).to.deep.equal([
      ['ListObjects', 403, 'AccessDenied'],
      ['GetObject', 403, 'AccessDenied'],
      ['GetObject', 404, 'NoSuchKey'],
      ['PutObject', 200, null],
      ['CreateBucket', 200, null],
    ])
    expect(requests[3]).to.include({
      keyId: rootKey.accessKeyId,
      project: 'default',
      bucket: 'photos',
      key: 'a b.jpg',
      method: 'PUT',
      bytesIn: 5,
      address: '127.0.0.1',
    })
    expect(requests[0]).to.include({ keyId: null, project: 'default' })
    const failed = await search(browser, '?leastStatus=400&bucket=photos&limit=1')
    expect(failed.requests[0]).to.include({ status: 403 })
    expect((await search(browser, `?before=${String(failed.next)}&error=NoSuchKey`)).requests).to.have.length(
      1,
    )
    const { body } = await browser.call('GET /requests/slowest?limit=2')
    expect(body['requests']).to.have.length(2)
  })

  it('is followed by the id of the newest that is known', async () => {
    await client.send({ method: 'PUT', path: 'photos' })
    const [first] = (await whenLogged(browser, 1)).requests
    const after = `?after=${String(first?.['id'])}`
    expect((await search(browser, after)).requests).to.deep.equal([])
    await client.send({ method: 'PUT', path: 'photos/a', body: 'x' })
    await client.send({ method: 'GET', path: 'photos/missing' })
    await whenLogged(browser, 3)
    const found = async (more: string) =>
      (await search(browser, `${after}${more}`)).requests.map(({ operation }) => operation)
    expect(await found('')).to.deep.equal(['GetObject', 'PutObject'])
    expect(await found('&method=PUT')).to.deep.equal(['PutObject'])
    expect(await found('&mostStatus=299')).to.deep.equal(['PutObject'])
    expect(await found('&leastMilliseconds=60000')).to.deep.equal([])
    const { next } = await search(browser, `${after}&limit=1`)
    expect(await found(`&before=${String(next)}`)).to.deep.equal(['PutObject'])
  })

  it('comes as a file', async () => {
    await client.send({ method: 'PUT', path: 'photos' })
    await client.send({ method: 'PUT', path: 'photos/=1,"two"', body: 'x' })
    await whenLogged(browser, 2)
    const csv = await browser.call('GET /requests/export?format=csv&operation=PutObject')
    expect(csv.headers.get('content-type')).to.contain('text/csv')
    expect(csv.headers.get('content-disposition')).to.contain('requests.csv')
    const [head, row] = String(csv.body['text']).split('\r\n')
    expect(head).to.match(/^at,requestId,keyId,project,operation,bucket,key,/)
    expect(row).to.contain(`,photos,"'=1,""two""",PUT,200,`)
    const lines = await browser.call('GET /requests/export?format=ndjson&operation=CreateBucket')
    expect(lines.body).to.include({ operation: 'CreateBucket', bucket: 'photos' })
    expect((await browser.call('GET /requests/export?format=xml')).body['code']).to.equal('InvalidArgument')
  })

  it('is added up for the dashboard', async () => {
    await client.send({ method: 'PUT', path: 'photos' })
    await client.send({ method: 'GET', path: 'photos/missing' })
    await whenLogged(browser, 2)
    const since = new Date(Date.now() - 7_200_000).toISOString()
    const { figures } = (await browser.call(`GET /statistics/requests?by=operation&since=${since}`)).body as {
      readonly figures: readonly Readonly<Record<string, unknown>>[]
    }
    expect(figures.map(({ group, requests, clientErrors }) => [group, requests, clientErrors])).to.deep.equal(
      [
        ['CreateBucket', 1, 0],
        ['GetObject', 1, 1],
      ],
    )
    const byProject = (await browser.call(`GET /statistics/requests?by=project&since=${since}`)).body[
      'figures'
    ]
    expect(byProject).to.have.length(1)
    await browser.call('POST /jobs/note-stored/run')
    await sleep(200)
    const stored = (await browser.call(`GET /statistics/storage?since=${since}`)).body['figures']
    expect(stored).to.have.length(1)
  })

  it('shows a project admin what concerns its projects', async () => {
    await browser.call('POST /projects', { name: 'shop' })
    await browser.call('POST /operators', {
      name: 'anna',
      role: 'project-admin',
      projects: ['shop'],
      password: 'a long password',
    })
    await browser.call('POST /projects/shop/keys', { id: 'SHOPKEY', secret: 'shop-secret' })
    const shop = createClient({
      ...server,
      credentials: { accessKeyId: 'SHOPKEY', secretAccessKey: 'shop-secret' },
    })
    await shop.send({ method: 'PUT', path: 'goods' })
    await client.send({ method: 'PUT', path: 'photos' })
    shop.close()
    await whenLogged(browser, 2)
    const anna = await openBrowser(server)
    await anna.signIn('anna', 'a long password')
    expect((await search(anna)).requests.map(({ bucket }) => bucket)).to.deep.equal(['goods'])
    expect((await anna.call('GET /requests?project=default')).status).to.equal(403)
    expect((await anna.call('GET /requests/export?format=csv&project=default')).status).to.equal(403)
    expect(String((await anna.call('GET /requests/export?format=csv')).body['text'])).not.to.contain('photos')
  })

  it('says why a request was denied, and what a key may do', async () => {
    await client.send({ method: 'PUT', path: 'photos' })
    await client.send({ method: 'PUT', path: 'photos/a', body: 'x' })
    const { headers } = await fetch(`${server.url}/photos/a`)
    await whenLogged(browser, 3)
    const id = headers.get('x-amz-request-id') ?? ''
    const inProject = await browser.call(`GET /projects/default/requests/${id}/explain`)
    expect(inProject.body).to.deep.include({
      operation: 'GetObject',
      action: 's3:GetObject',
      decision: 'deny',
    })
    const question = { asker: { kind: 'access-key', id: rootKey.accessKeyId }, action: 's3:GetObject' }
    const allowed = await browser.call('POST /projects/default/simulate', {
      ...question,
      bucket: 'photos',
      key: 'a',
    })
    expect(allowed.body).to.include({ decision: 'allow' })
    const denied = await browser.call('POST /projects/default/simulate', {
      ...question,
      asker: { kind: 'anonymous' },
      bucket: 'photos',
      key: 'a',
    })
    expect(denied.body).to.include({ decision: 'deny' })
    const none = await browser.call('GET /projects/default/requests/UNKNOWN/explain')
    expect(none.body['code']).to.equal('NoSuchEntity')
  })
})

describe('the log of requests of several processes', () => {
  it('is written by one', async function () {
    this.timeout(30_000)
    const data = await temporaryFolder()
    const server = await startProcess({ data, settings: { SEAU_WORKERS: '2', SEAU_LOG_LEVEL: 'info' } })
    const client = createClient(server)
    try {
      await client.send({ method: 'PUT', path: 'photos' })
      const { requests } = await whenLogged(await signedIn(server), 1)
      expect(requests[0]).to.include({ operation: 'CreateBucket', bucket: 'photos', project: 'default' })
    } finally {
      client.close()
      await server.close()
      await rm(data, { recursive: true })
    }
  })
})

describe('a server that keeps no requests', () => {
  it('answers searches with nothing', async () => {
    const server = await startServer({ settings: { SEAU_REQUEST_LOG_DAYS: '0' } })
    const client = createClient(server)
    await client.send({ method: 'PUT', path: 'photos' })
    client.close()
    expect((await search(await signedIn(server))).requests).to.deep.equal([])
    await server.close()
  })
})

describe('the system, by the admin API', () => {
  it('tells of its disk and its jobs, and runs one when it is asked', async () => {
    const server = await startServer()
    const browser = await signedIn(server)
    const { disk } = (await browser.call('GET /system')).body as {
      readonly disk: Readonly<Record<string, number>>
    }
    expect(disk).to.include({ path: server.data })
    expect(disk['freeBytes']).to.be.within(1, disk['totalBytes'] ?? 0)
    const { jobs } = (await browser.call('GET /jobs')).body as {
      readonly jobs: readonly Readonly<Record<string, unknown>>[]
    }
    const names = jobs.map(({ name }) => name)
    expect(names).to.include.members(['sweep-trash', 'lifecycle', 'forget-records'])
    expect(jobs.find(({ name }) => name === 'lifecycle')).to.include({ isRunning: false, lastRun: null })
    expect((await browser.call('POST /jobs/lifecycle/run')).status).to.equal(202)
    await sleep(300)
    const after = (await browser.call('GET /jobs')).body as { readonly jobs: typeof jobs }
    const run = after.jobs.find(({ name }) => name === 'lifecycle')?.['lastRun']
    expect(run).to.include({ problem: null })
    expect((await browser.call('POST /jobs/nothing/run')).body['code']).to.equal('NoSuchEntity')
    await server.close()
  })
})

import { expect } from 'chai'
import { rm } from 'node:fs/promises'
import { request } from 'node:http'
import { adminCall } from '../support/admin-call.ts'
import { startServer, temporaryFolder, type TestServer } from '../support/server.ts'
import { createClient, signedHead, type Client } from '../support/signed-request.ts'
import { textOf } from '../support/xml-text.ts'

interface NewKey {
  readonly id: string
  readonly secret: string
}

describe('a project with limits', () => {
  let data: string
  let server: TestServer
  let client: Client
  let key: NewKey

  const admin = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) =>
    adminCall(data, method, path, body)
  const open = ({ id, secret }: NewKey) =>
    createClient({ url: server.url, credentials: { accessKeyId: id, secretAccessKey: secret } })
  const put = (path: string, body: string, headers = {}) =>
    client.send({ method: 'PUT', path, body, headers })
  const get = (path: string) => client.send({ method: 'GET', path })

  beforeEach(async () => {
    data = await temporaryFolder()
    server = await startServer({ data })
    await admin('POST', '/projects', { name: 'shop' })
    key = (await admin('POST', '/projects/shop/keys', { name: 'web' })) as NewKey
    client = open(key)
    await client.send({ method: 'PUT', path: 'photos' })
  })
  afterEach(async () => {
    client.close()
    await server.close()
    await rm(data, { recursive: true })
  })

  it('hears of its quota before it sends a body', async () => {
    await admin('PATCH', '/buckets/photos/quota', { bytes: 10 })
    const refused = await put('photos/a', 'more than ten')
    expect([refused.status, textOf(refused.body, 'Code')]).to.deep.equal([403, 'QuotaExceeded'])
    expect(textOf(refused.body, 'Maximum')).to.equal('10')
    const target = { url: server.url, credentials: { accessKeyId: key.id, secretAccessKey: key.secret } }
    const head = signedHead(target, {
      method: 'PUT',
      path: 'photos/a',
      body: 'more than ten',
      headers: { expect: '100-continue' },
    })
    const { hostname, port } = new URL(server.url)
    const answer = await new Promise<unknown>((resolve, reject) => {
      const outgoing = request({ ...head, hostname, port, agent: false }, ({ statusCode }) => {
        resolve(statusCode)
        outgoing.destroy()
      })
      outgoing.on('continue', () => {
        resolve('continue')
      })
      outgoing.on('error', reject)
      outgoing.flushHeaders()
    })
    expect(answer).to.equal(403)
    expect((await put('photos/a', 'ten bytes.')).status).to.equal(200)
    const { buckets } = (await admin('GET', '/buckets?project=shop')) as { buckets: readonly object[] }
    expect(buckets[0]).to.deep.include({
      objects: 1,
      bytes: 10,
      partBytes: 0,
      quota: { bytes: 10, objects: null },
    })
  })

  it('is asked to slow down, and told when to come again', async () => {
    await admin('PATCH', '/projects/shop/limits', { rates: { requestsPerSecond: 2 } })
    const answers = await Promise.all(Array.from({ length: 6 }, () => get('photos')))
    const refused = answers.filter(({ status }) => status === 503)
    expect(refused.length).to.be.within(2, 4)
    for (const { headers, body } of refused) {
      expect(headers['retry-after']).to.equal('1')
      expect(textOf(body, 'Code')).to.equal('SlowDown')
    }
  })

  it('owes the bytes that it has read, those that strangers read too', async () => {
    await put('photos/a', 'a'.repeat(5000), { 'x-amz-acl': 'public-read' })
    await admin('PATCH', '/projects/shop/limits', { rates: { bytesPerSecond: 100 } })
    expect((await fetch(`${server.url}/photos/a`)).status).to.equal(200)
    const stranger = await fetch(`${server.url}/photos/a`)
    expect(stranger.status).to.equal(503)
    const { status, headers } = await get('photos/a')
    expect(status).to.equal(503)
    expect(Number(headers['retry-after'])).to.be.within(45, 52)
  })

  it('is closed while it is suspended', async () => {
    await put('photos/a', 'a', { 'x-amz-acl': 'public-read' })
    await admin('POST', '/projects/shop/state', { state: 'suspended' })
    const signed = await get('photos/a')
    expect([signed.status, textOf(signed.body, 'Code')]).to.deep.equal([403, 'AccountProblem'])
    expect((await fetch(`${server.url}/photos/a`)).status).to.equal(403)
    await admin('POST', '/projects/shop/state', { state: 'active' })
    expect((await get('photos/a')).status).to.equal(200)
  })

  it('sees when its keys were last used, after a stop as well', async () => {
    await get('photos')
    client.close()
    await server.close()
    server = await startServer({ data })
    client = open(key)
    const { keys } = (await admin('GET', '/projects/shop/keys')) as {
      keys: readonly { readonly lastUse: { readonly operation: string } | null }[]
    }
    expect(keys[0]?.lastUse).to.include({ operation: 'ListObjects' })
  })

  it('can have keys that reach a prefix only', async () => {
    const scope = { bucket: 'photos', prefix: 'mine/', isReadOnly: true }
    await put('photos/mine/a', 'a')
    const scoped = open((await admin('POST', '/projects/shop/keys', { scope })) as NewKey)
    const send = async (method: string, path: string, query = {}) =>
      (await scoped.send({ method, path, query })).status
    expect(await send('GET', 'photos/mine/a')).to.equal(200)
    expect(await send('GET', 'photos', { prefix: 'mine/' })).to.equal(200)
    expect(await send('GET', 'photos')).to.equal(403)
    expect(await send('GET', 'photos/other')).to.equal(403)
    expect(await send('PUT', 'photos/mine/b')).to.equal(403)
    scoped.close()
  })

  it('goes with everything when that is confirmed', async () => {
    await put('photos/a', 'a')
    expect(await admin('POST', '/projects/shop/deletion', { confirm: 'shopp' })).to.include({
      code: 'InvalidArgument',
    })
    const begun = (await admin('POST', '/projects/shop/deletion', { confirm: 'shop' })) as { id: string }
    let state: unknown
    do state = ((await admin('GET', `/deletions/${begun.id}`)) as { state: string }).state
    while (state === 'running')
    expect(state).to.equal('done')
    expect(textOf((await get('photos/a')).body, 'Code')).to.equal('InvalidAccessKeyId')
  })
})

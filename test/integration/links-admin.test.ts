import { expect } from 'chai'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'
import { createClient, type Client } from '../support/signed-request.ts'

describe('signed links and archives, by the admin API', () => {
  let server: TestServer
  let client: Client
  let browser: AdminBrowser
  let apiKeyId: string
  before(async () => {
    server = await startServer()
    client = createClient(server)
    browser = await openBrowser(server)
    await browser.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
    await client.send({ method: 'PUT', path: 'photos' })
    await client.send({ method: 'PUT', path: 'photos/a.txt', body: 'hello' })
    const { body } = await browser.call('POST /projects/default/api-keys', { name: 'links' })
    apiKeyId = String(body['id'])
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const sign = (wanted: object = {}) =>
    browser.call('POST /projects/default/links', {
      apiKeyId,
      bucket: 'photos',
      key: 'a.txt',
      expiresInSeconds: 60,
      ...wanted,
    })

  it('lets whoever has the link download under the name that was signed', async () => {
    const { status, body } = await sign({ download: 'b.txt' })
    expect(status).to.equal(201)
    const answer = await fetch(String(body['url']))
    expect(await answer.text()).to.equal('hello')
    expect(answer.headers.get('content-disposition')).to.equal('attachment; filename="b.txt"')
  })

  it('lists what it has signed, and revokes it', async () => {
    const { body } = await sign()
    const { body: listed } = await browser.call('GET /projects/default/links')
    const [newest] = listed['links'] as readonly Readonly<Record<string, unknown>>[]
    expect(newest).to.include({ key: 'a.txt', apiKeyId, isSingleUse: false })
    await browser.call(`DELETE /projects/default/links/${String(newest?.['id'])}`)
    expect((await fetch(String(body['url']))).status).to.equal(403)
  })

  it('makes links for one download', async () => {
    const url = String((await sign({ isSingleUse: true })).body['url'])
    expect((await fetch(url)).status).to.equal(200)
    expect((await fetch(url)).status).to.equal(403)
  })

  it('signs in the name of a key of the project only', async () => {
    await browser.call('POST /projects', { name: 'other' })
    const { body } = await browser.call('POST /projects/other/api-keys', { name: 'theirs' })
    expect((await sign({ apiKeyId: body['id'] })).body['code']).to.equal('NoSuchEntity')
    expect((await sign({ apiKeyId: 'AAAAAAAAAAAA' })).body['code']).to.equal('InvalidAccessKeyId')
  })

  it('refuses to restore what is no archive', async () => {
    const { status, body } = await browser.call('POST /buckets/photos/object/restore', {
      key: 'a.txt',
      days: 1,
    })
    expect([status, body['code']]).to.deep.equal([403, 'InvalidObjectState'])
  })
})

import { expect } from 'chai'
import { createClient, type Client } from '../support/signed-request.ts'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

const odd = "a*b?c/${aws:username} é+'(1).txt"
const mebibyte = 2 ** 20

describe('what the admin API presigns', () => {
  let server: TestServer
  let client: Client
  let browser: AdminBrowser
  before(async () => {
    server = await startServer()
    client = createClient(server)
    browser = await openBrowser(server)
    await browser.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
    await client.send({ method: 'PUT', path: 'photos' })
    await client.send({ method: 'PUT', path: `photos/${odd}`, body: 'odd' })
    await client.send({ method: 'PUT', path: 'photos/aXbYc', body: 'other' })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const presign = async (terms: object) =>
    (await browser.call('POST /buckets/photos/presign', { expiresInSeconds: 60, ...terms })).body as {
      readonly url: string
      readonly expiresAt: string
    }

  it('reads an object of any name, and saves it under another', async () => {
    const { url, expiresAt } = await presign({ key: odd, method: 'GET', download: 'été.txt' })
    expect(url.startsWith(`${server.url}/photos/`)).to.equal(true)
    expect(Date.parse(expiresAt) - Date.now()).to.be.within(55_000, 60_000)
    const answer = await fetch(url)
    expect(await answer.text()).to.equal('odd')
    expect(answer.headers.get('content-disposition')).to.match(/^attachment; .*%C3%A9t%C3%A9\.txt$/)
  })

  it('goes no further than its object and method', async () => {
    const { url } = await presign({ key: odd, method: 'GET' })
    expect((await fetch(url.replace(new URL(url).pathname, '/photos/aXbYc'))).status).to.equal(403)
    expect((await fetch(url, { method: 'DELETE' })).status).to.equal(403)
  })

  it('writes an object with the type that was agreed on', async () => {
    const { url } = await presign({ key: 'new.txt', method: 'PUT', contentType: 'text/plain' })
    expect(
      (await fetch(url, { method: 'PUT', body: 'x', headers: { 'content-type': 'a/b' } })).status,
    ).to.equal(403)
    const put = await fetch(url, { method: 'PUT', body: 'x', headers: { 'content-type': 'text/plain' } })
    expect(put.status).to.equal(200)
    expect((await browser.call('GET /buckets/photos/object?key=new.txt')).body).to.include({
      contentType: 'text/plain',
    })
  })

  it('lasts up to a week', async () => {
    const long = await presign({ key: 'aXbYc', method: 'GET', expiresInSeconds: 604_800 })
    expect((await fetch(long.url)).status).to.equal(200)
    expect(await presign({ key: 'aXbYc', method: 'GET', expiresInSeconds: 604_801 })).to.include({
      code: 'InvalidArgument',
    })
  })

  it('is for reading, and short, for viewers', async () => {
    await browser.call('POST /operators', {
      name: 'vera@example.com',
      password: 'long enough 4 all',
      role: 'viewer',
    })
    const viewer = await openBrowser(server)
    await viewer.signIn('vera@example.com', 'long enough 4 all')
    const ask = async (terms: object) =>
      (await viewer.call('POST /buckets/photos/presign', { key: 'aXbYc', project: 'default', ...terms })).body
    const { url } = await ask({ method: 'GET', expiresInSeconds: 3600 })
    expect(await (await fetch(String(url))).text()).to.equal('other')
    const denied = { code: 'AccessDenied' }
    expect(await ask({ method: 'GET', expiresInSeconds: 3601 })).to.include(denied)
    expect(await ask({ method: 'PUT', expiresInSeconds: 60 })).to.include(denied)
  })

  it('lets many objects be uploaded, each by a URL of its own', async () => {
    const files = [
      { key: 'small/a b.txt', contentType: 'text/plain' },
      { key: 'small/é+%.bin', contentType: undefined },
    ]
    const { urls } = (await browser.call('POST /buckets/photos/presign-uploads', { files })).body as {
      readonly urls: readonly { readonly key: string; readonly url: string; readonly expiresAt: string }[]
    }
    expect(urls.map(({ key }) => key)).to.deep.equal(files.map(({ key }) => key))
    for (const { key, url, expiresAt } of urls) {
      const contentType = files.find((file) => file.key === key)?.contentType
      const headers = contentType === undefined ? {} : { 'content-type': contentType }
      expect((await fetch(url, { method: 'PUT', body: Buffer.from(key), headers })).status).to.equal(200)
      expect(Date.parse(expiresAt) - Date.now()).to.be.within(3_590_000, 3_600_000)
      const stored = await browser.call(`GET /buckets/photos/object?key=${encodeURIComponent(key)}`)
      expect(stored.body).to.include({ size: Buffer.byteLength(key) })
    }
    const [one, other] = urls.map(({ url }) => new URL(url))
    const elsewhere = `${one?.origin ?? ''}${other?.pathname ?? ''}${one?.search ?? ''}`
    expect((await fetch(elsewhere, { method: 'PUT', body: 'x' })).status).to.equal(403)
  })

  it('uploads an object in parts', async () => {
    const post = (path: string, body: object) => browser.call(`POST /buckets/photos/uploads${path}`, body)
    const key = 'films/a b.mp4'
    const created = await post('', { key, contentType: 'video/mp4', userMetadata: { by: 'me' } })
    const uploadId = String(created.body['uploadId'])
    const { urls } = (await post('/parts', { key, uploadId, partNumbers: [1, 2] })).body as {
      readonly urls: readonly { readonly partNumber: number; readonly url: string }[]
    }
    const parts = []
    for (const { partNumber, url } of urls) {
      const answer = await fetch(url, { method: 'PUT', body: Buffer.alloc(5 * mebibyte, partNumber) })
      parts.push({ partNumber, etag: answer.headers.get('etag') })
    }
    const address = `key=${encodeURIComponent(key)}&uploadId=${uploadId}`
    const listed = (await browser.call(`GET /buckets/photos/uploads/parts?${address}`)).body
    expect(listed['parts']).to.have.length(2)
    expect((await browser.call('GET /buckets/photos/uploads')).body['uploads']).to.have.length(1)
    const completed = await post('/complete', { key, uploadId, parts })
    expect(completed.body['etag']).to.match(/-2$/)
    expect(
      (await browser.call(`GET /buckets/photos/object?${address.split('&')[0] ?? ''}`)).body,
    ).to.deep.include({
      size: 10 * mebibyte,
      contentType: 'video/mp4',
      userMetadata: { by: 'me' },
      parts: 2,
    })
  })

  it('gives an upload up', async () => {
    const post = (path: string, body: object) => browser.call(`POST /buckets/photos/uploads${path}`, body)
    const { uploadId } = (await post('', { key: 'x' })).body
    expect((await post('/abort', { key: 'x', uploadId })).status).to.equal(204)
    expect((await post('/parts', { key: 'x', uploadId, partNumbers: [1] })).body).to.include({
      code: 'NoSuchUpload',
    })
  })

  it('tells where the S3 port is', async () => {
    expect((await browser.call('GET /status')).body).to.include({ s3Url: server.url })
  })
})

describe('what the admin API presigns behind a proxy', () => {
  it('begins with the public URL, and holds there', async () => {
    const server = await startServer({ settings: { SEAU_PUBLIC_URL: 'https://example.com/s3' } })
    const client = createClient(server)
    const browser = await openBrowser(server)
    await browser.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
    await client.send({ method: 'PUT', path: 'photos' })
    await client.send({ method: 'PUT', path: 'photos/a', body: 'x' })
    const terms = { key: 'a', method: 'GET', expiresInSeconds: 60 }
    const { url } = (await browser.call('POST /buckets/photos/presign', terms)).body as {
      readonly url: string
    }
    expect(url.startsWith('https://example.com/s3/photos/a?')).to.equal(true)
    expect((await fetch(url.replace('https://example.com/s3', server.url))).status).to.equal(200)
    client.close()
    await server.close()
  })
})

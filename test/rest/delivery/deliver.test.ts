import { expect } from 'chai'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { caller, serveDelivery, type ServedDelivery } from './served-delivery.ts'

describe('The delivery of an object', () => {
  let served: ServedDelivery
  before(async () => {
    served = await serveDelivery()
    await served.put('hello.txt', 'hello world', { contentType: 'text/plain' })
  })
  after(() => served.close())

  it('tells what it is, and lets a browser do no more than show it', async () => {
    const { status, headers, body } = await served.get('/hello.txt')
    expect(status).to.equal(200)
    expect(body.toString()).to.equal('hello world')
    expect(headers).to.include({
      'content-type': 'text/plain',
      'content-length': '11',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-disposition': 'inline; filename="hello.txt"',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(headers['content-security-policy']).to.match(/default-src 'none'.*sandbox/)
    expect(served.notes.bytesOut).to.equal(11)
  })

  it('sends one range, and the whole for several', async () => {
    const one = await served.get('/hello.txt', { headers: { range: 'bytes=6-' } })
    expect(one.status).to.equal(206)
    expect(one.body.toString()).to.equal('world')
    expect(one.headers).to.include({ 'content-range': 'bytes 6-10/11', 'content-length': '5' })
    const two = await served.get('/hello.txt', { headers: { range: 'bytes=0-1,4-5' } })
    expect([two.status, two.body.toString()]).to.deep.equal([200, 'hello world'])
  })

  it('refuses a range beyond the end, and tells where that is', async () => {
    const { status, headers } = await served.get('/hello.txt', { headers: { range: 'bytes=20-' } })
    expect([status, headers['content-range']]).to.deep.equal([416, 'bytes */11'])
  })

  it('sends the whole when If-Range means other bytes', async () => {
    const { etag = '', 'last-modified': date = '' } = (await served.get('/hello.txt')).headers
    const ask = async (condition: string) =>
      (await served.get('/hello.txt', { headers: { range: 'bytes=0-0', 'if-range': condition } })).status
    expect([await ask(etag), await ask(date), await ask('"other"')]).to.deep.equal([206, 206, 200])
  })

  it('answers conditions with 304 and 412', async () => {
    const { etag = '', 'last-modified': date = '' } = (await served.get('/hello.txt')).headers
    const ask = async (headers: Record<string, string>) =>
      (await served.get('/hello.txt', { headers })).status
    expect(await ask({ 'if-none-match': etag })).to.equal(304)
    expect(await ask({ 'if-none-match': `W/${etag}` })).to.equal(304)
    expect(await ask({ 'if-none-match': '"other"' })).to.equal(200)
    expect(await ask({ 'if-modified-since': date })).to.equal(304)
    expect(await ask({ 'if-match': '"other"' })).to.equal(412)
    expect(await ask({ 'if-unmodified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).to.equal(412)
  })

  it('says with 304 what may have changed, and nothing of the bytes', async () => {
    const { etag = '' } = (await served.get('/hello.txt')).headers
    const { headers, body } = await served.get('/hello.txt', { headers: { 'if-none-match': etag } })
    expect(headers).to.include({ etag, 'cache-control': 'private, no-cache' })
    expect(headers).not.to.have.any.keys('content-type', 'content-disposition')
    expect(body).to.have.length(0)
  })

  it('answers HEAD as GET, without bytes', async () => {
    const { status, headers, body } = await served.get('/hello.txt', { method: 'HEAD' })
    expect([status, headers['content-length'], body.length]).to.deep.equal([200, '11', 0])
  })

  it('throws what GetObject throws', async () => {
    expect((await served.get('/nothing')).body.toString()).to.equal('NoSuchKey')
    expect((await served.get('/hello.txt', served.asVisitor)).body.toString()).to.equal('AccessDenied')
  })

  it('has scripts saved, not shown', async () => {
    for (const [key, contentType] of [
      ['a.html', 'text/html'],
      ['a.svg', 'image/svg+xml'],
      ['a.js', 'text/javascript'],
    ] as const) {
      await served.put(key, 'x', { contentType, contentDisposition: 'inline' })
      expect((await served.get(`/${key}`)).headers['content-disposition']).to.equal(
        `attachment; filename="${key}"`,
      )
    }
    await served.put('a.pdf', 'x', { contentType: 'application/pdf' })
    const { headers } = await served.get('/a.pdf')
    expect(headers['content-disposition']).to.equal('inline; filename="a.pdf"')
    expect(headers['content-security-policy']).not.to.contain('sandbox')
  })

  it('gives a file the name that it had, or that is asked for', async () => {
    await served.put('uuid.txt', 'x', { contentDisposition: `inline; filename*=UTF-8''%C3%A9t%C3%A9.txt` })
    expect((await served.get('/uuid.txt')).headers['content-disposition']).to.equal(
      `inline; filename="_t_.txt"; filename*=UTF-8''%C3%A9t%C3%A9.txt`,
    )
    expect(
      (await served.get('/uuid.txt', { download: 'a "b".txt' })).headers['content-disposition'],
    ).to.equal(`attachment; filename="a _b_.txt"; filename*=UTF-8''a%20%22b%22.txt`)
  })

  it('takes the type from the name when nobody has told it', async () => {
    await served.put('photo.png', 'x')
    await served.put('nothing', 'x')
    expect((await served.get('/photo.png')).headers['content-type']).to.equal('image/png')
    expect((await served.get('/nothing')).headers['content-type']).to.equal('application/octet-stream')
  })
})

describe('The delivery of a public object', () => {
  let served: ServedDelivery
  before(async () => {
    served = await serveDelivery()
    await served.publish()
    await served.put('a.txt', 'hello')
    await served.put('b.txt', 'hello', { cacheControl: 'public, max-age=60' })
  })
  after(() => served.close())

  const cacheControlOf = async (path: string, ask = {}) =>
    (await served.get(path, ask)).headers['cache-control']

  it('can be cached as the object says, else as the bucket says', async () => {
    expect(await cacheControlOf('/a.txt', served.asVisitor)).to.equal('public, no-cache')
    await served.configure({ cacheControl: 'public, max-age=3600' })
    expect(await cacheControlOf('/a.txt', served.asVisitor)).to.equal('public, max-age=3600')
    expect(await cacheControlOf('/b.txt', served.asVisitor)).to.equal('public, max-age=60')
  })

  it('is not cached for others when it was asked for with a key', async () => {
    expect(await cacheControlOf('/b.txt')).to.equal('private, no-cache')
  })

  it('can be read by the pages that the rules of CORS name', async () => {
    await served.core.buckets.putCors(caller, 'files', [
      {
        allowedMethods: ['GET'],
        allowedOrigins: ['https://app.example'],
        allowedHeaders: [],
        exposeHeaders: [],
      },
    ])
    const ask = (origin: string) => served.get('/a.txt', { headers: { origin } })
    expect((await ask('https://app.example')).headers).to.include({
      'access-control-allow-origin': 'https://app.example',
      vary: 'Origin',
    })
    expect((await ask('https://other.example')).headers).not.to.have.property('access-control-allow-origin')
    expect((await served.get('/a.txt')).headers.vary).to.equal('Origin')
  })
})

describe('The delivery of text', () => {
  const text = 'Lorem ipsum dolor sit amet. '.repeat(200)
  let served: ServedDelivery
  beforeEach(async () => {
    served = await serveDelivery()
    await served.put('a.txt', text, { contentType: 'text/plain; charset=utf-8' })
  })
  afterEach(() => served.close())

  const ask = (path: string, acceptEncoding: string, headers: Record<string, string> = {}) =>
    served.get(path, { headers: { 'accept-encoding': acceptEncoding, ...headers } })

  it('compresses as the browser likes', async () => {
    const br = await ask('/a.txt', 'gzip, deflate, br')
    expect(br.headers).to.include({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(Number(br.headers['content-length'])).to.equal(br.body.length)
    expect(brotliDecompressSync(br.body).toString()).to.equal(text)
    const gzip = await ask('/a.txt', 'br;q=0.5, gzip')
    expect(gzip.headers['content-encoding']).to.equal('gzip')
    expect(gunzipSync(gzip.body).toString()).to.equal(text)
    const none = await ask('/a.txt', 'br;q=0, identity')
    expect(none.headers).not.to.have.property('content-encoding')
    expect(none.headers.vary).to.equal('Accept-Encoding')
  })

  it('compresses once, however many ask', async () => {
    const before = served.writes()
    await Promise.all(Array.from({ length: 8 }, () => ask('/a.txt', 'br')))
    await ask('/a.txt', 'br')
    expect(served.writes() - before).to.equal(1)
  })

  it('gives each form its own entity tag, which is weak', async () => {
    const plain = (await ask('/a.txt', '')).headers.etag
    const { etag = '' } = (await ask('/a.txt', 'br')).headers
    expect(etag).to.equal(`W/"${(plain ?? '').replaceAll('"', '')}-br"`)
    expect((await ask('/a.txt', 'br', { 'if-none-match': etag })).status).to.equal(304)
    expect((await ask('/a.txt', '', { 'if-none-match': etag })).status).to.equal(200)
  })

  it('answers HEAD without compressing anything', async () => {
    const { headers } = await served.get('/a.txt', { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
    expect(headers['content-encoding']).to.equal('br')
    expect(headers).not.to.have.property('content-length')
    expect(await served.metadata.derived.total()).to.equal(0)
  })

  it('leaves ranges, encoded objects, small ones and pictures alone', async () => {
    expect((await ask('/a.txt', 'br', { range: 'bytes=0-9' })).body.toString()).to.equal(text.slice(0, 10))
    await served.put('b.txt', text, { contentType: 'text/plain', contentEncoding: 'gzip' })
    expect((await ask('/b.txt', 'br')).headers['content-encoding']).to.equal('gzip')
    await served.put('c.txt', 'small', { contentType: 'text/plain' })
    await served.put('d.png', text, { contentType: 'image/png' })
    await served.put('e.txt', text, { contentType: 'text/plain', cacheControl: 'no-transform' })
    for (const path of ['/c.txt', '/d.png', '/e.txt'])
      expect((await ask(path, 'br')).headers).not.to.have.any.keys('content-encoding', 'vary')
  })

  it('leaves buckets alone that do not want it', async () => {
    await served.configure({ compress: false })
    expect((await ask('/a.txt', 'br')).headers).not.to.have.any.keys('content-encoding', 'vary')
  })
})

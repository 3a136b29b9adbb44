import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { expect } from 'chai'
import sharp from 'sharp'
import { findServerFile } from '../../src/lib/server-file.ts'
import { jpegOf } from '../images/pictures.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'
import { startWebReceiver, type WebReceiver } from '../support/web-receiver.ts'

const everyoneReads = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*' }],
})

describe('A bucket that serves browsers', function () {
  this.timeout(20_000)
  let receiver: WebReceiver
  let server: TestServer
  let client: Client
  let web: string

  before(async () => {
    receiver = await startWebReceiver()
    server = await startServer({
      settings: { SEAU_NOTIFY_CDN: receiver.url, SEAU_FILES_URL: 'http://files.example' },
    })
    client = createClient(server)
    web = (await findServerFile(join(server.data, 'server.json')))?.url ?? ''
    await client.send({ method: 'PUT', path: 'shop' })
    await client.send({ method: 'PUT', path: 'shop', query: { policy: '' }, body: everyoneReads })
  })
  after(async () => {
    client.close()
    await server.close()
    await receiver.close()
  })

  const put = (key: string, body: Buffer | string, type: string) =>
    client.send({ method: 'PUT', path: `shop/${key}`, body, headers: { 'content-type': type } })
  const delivery = (method: 'GET' | 'POST', document?: object) =>
    fetch(`${web}/admin/buckets/shop/delivery`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${rootKey.accessKeyId}:${rootKey.secretAccessKey}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(document && { body: JSON.stringify({ delivery: document }) }),
    })

  it('is told how by an operator', async () => {
    expect(await (await delivery('GET')).json()).to.deep.equal({})
    const document = { cacheControl: 'public, max-age=60', presets: { thumbnail: { width: 20, height: 20 } } }
    const answer = await delivery('POST', document)
    expect([answer.status, await answer.json()]).to.deep.equal([200, document])
    expect(await (await delivery('GET')).json()).to.deep.equal(document)
    for (const wrong of [
      { unknown: 1 },
      { presets: { 'a b': {} } },
      { onUpload: { width: 0 } },
      { purge: 'nobody' },
    ])
      expect((await delivery('POST', wrong)).status, JSON.stringify(wrong)).to.equal(400)
  })

  it('gives visitors what is public, as images of the size that they ask for', async () => {
    await put('photo.jpg', await jpegOf({ width: 200, height: 100 }), 'image/jpeg')
    const answer = await fetch(`${web}/storage/default/shop/photo.jpg?preset=thumbnail`)
    expect([answer.status, answer.headers.get('cache-control')]).to.deep.equal([200, 'public, max-age=60'])
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).to.include({
      width: 20,
      height: 20,
    })
  })

  it('sends text compressed, but never on the port of S3', async () => {
    const text = 'Lorem ipsum dolor sit amet. '.repeat(100)
    await put('text.txt', text, 'text/plain')
    const answer = await fetch(`${web}/storage/default/shop/text.txt`, {
      headers: { 'accept-encoding': 'br' },
    })
    expect([answer.headers.get('content-encoding'), await answer.text()]).to.deep.equal(['br', text])
    const s3 = await fetch(`${server.url}/shop/text.txt`, { headers: { 'accept-encoding': 'br' } })
    expect([s3.headers.get('content-encoding'), await s3.text()]).to.deep.equal([null, text])
  })

  it('refuses on the port of S3 too what its rules do not take', async () => {
    await delivery('POST', { rules: { allowedTypes: ['image/*'], maxBytes: 100_000 } })
    const answer = await put('page.png', '<html>', 'image/png')
    expect(answer.status).to.equal(415)
    expect(answer.body.toString()).to.contain('<Code>UnsupportedMediaType</Code>')
    const large = await put('large.png', Buffer.alloc(100_001), 'image/png')
    expect(large.body.toString()).to.contain('<Code>EntityTooLarge</Code>')
    await delivery('POST', {})
  })

  it('has a host of its own where nothing else is served', async () => {
    const { port } = new URL(web)
    const statusAt = async (host: string, path: string) => {
      const sent = request({ host: '127.0.0.1', port, path, headers: { host } })
      sent.end()
      const [response] = (await once(sent, 'response')) as [IncomingMessage]
      response.resume()
      return response.statusCode
    }
    expect(await statusAt('files.example', '/storage/default/shop/photo.jpg')).to.equal(200)
    expect(await statusAt('files.example', '/admin/openapi.json')).to.equal(404)
    expect(await statusAt('console.example', '/admin/openapi.json')).to.be.oneOf([401, 403])
  })

  it('tells its CDN of what changes', async () => {
    await delivery('POST', { purge: 'CDN' })
    await put('a.txt', 'hello', 'text/plain')
    await client.send({ method: 'DELETE', path: 'shop/a.txt' })
    const received = await receiver.wait(2)
    const records = received.map(({ body }) => (JSON.parse(body) as Notified).Records[0])
    expect(records.map(({ eventName, s3 }) => [eventName, s3.configurationId, s3.object.key])).to.deep.equal([
      ['ObjectCreated:Put', 'purge', 'a.txt'],
      ['ObjectRemoved:Delete', 'purge', 'a.txt'],
    ])
  })
})

interface Notified {
  readonly Records: readonly [
    {
      readonly eventName: string
      readonly s3: { readonly configurationId: string; readonly object: { readonly key: string } }
    },
  ]
}

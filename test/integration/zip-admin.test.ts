import { once } from 'node:events'
import { get } from 'node:http'
import { expect } from 'chai'
import { createClient, type Client } from '../support/signed-request.ts'
import { consoleUrl } from '../support/admin-browser.ts'
import { readZip } from '../support/read-zip.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

const { accessKeyId, secretAccessKey } = rootKey
const authorization = `Basic ${Buffer.from(`${accessKeyId}:${secretAccessKey}`).toString('base64')}`
const mebibyte = 2 ** 20

describe('an archive of objects', () => {
  let server: TestServer
  let client: Client
  let url: string
  before(async () => {
    server = await startServer()
    client = createClient(server)
    url = `${await consoleUrl(server)}/admin/buckets/photos/zip`
    await client.send({ method: 'PUT', path: 'photos' })
    const objects = { 'a/1.txt': 'one', 'a/b/2.txt': 'two', 'c/1.txt': 'three', 'a/empty/': '', 'ü.txt': 'ü' }
    for (const [key, body] of Object.entries(objects))
      await client.send({ method: 'PUT', path: `photos/${key}`, body })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const download = (query: string) => fetch(`${url}?${query}`, { headers: { authorization } })
  const filesOf = async (query: string) => readZip(Buffer.from(await (await download(query)).arrayBuffer()))

  it('has folders by their names, and keys by their last ones', async () => {
    expect(await filesOf(`prefix=a/&key=c/1.txt&key=${encodeURIComponent('ü.txt')}`)).to.deep.equal({
      '1.txt': 'three',
      'ü.txt': 'ü',
      'a/1.txt': 'one',
      'a/b/2.txt': 'two',
      'a/empty/': '',
    })
    const { headers } = await download('prefix=a/b/')
    expect(headers.get('content-type')).to.equal('application/zip')
    expect(headers.get('content-disposition')).to.equal('attachment; filename="b.zip"')
  })

  it('numbers names that come twice, and says what it could not include', async () => {
    const files = await filesOf('key=a/1.txt&key=c/1.txt&key=gone')
    expect(Object.keys(files)).to.deep.equal(['1.txt', '1 (2).txt', 'NOT INCLUDED.txt'])
    expect(files['NOT INCLUDED.txt']).to.match(/^gone: NoSuchKey: /)
  })

  it('is never unpacked outside of its folder', async () => {
    for (const key of ['evil/../../x', 'evil//y', 'evil/C:\\z'])
      await client.send({ method: 'PUT', path: `photos/${key}`, body: 'x' })
    expect(Object.keys(await filesOf('prefix=evil/'))).to.deep.equal(['evil/__/__/x', 'evil/y', 'evil/C__z'])
  })

  it('is refused for nothing, for a bucket of others, and to who has not signed in', async () => {
    expect(await (await download('')).json()).to.include({ code: 'InvalidArgument' })
    expect(await (await download('key=a&project=none')).json()).to.include({ code: 'NoSuchEntity' })
    expect((await fetch(`${url}?key=a/1.txt`)).status).to.equal(403)
  })

  it('reads no further than its client does', async () => {
    const body = Buffer.alloc(32 * mebibyte, 'x')
    for (const n of ['1', '2']) await client.send({ method: 'PUT', path: `photos/large/${n}`, body })
    const before = process.memoryUsage().arrayBuffers
    const request = get(`${url}?prefix=large/`, { headers: { authorization } })
    const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream]
    await once(response, 'readable')
    expect(process.memoryUsage().arrayBuffers - before).to.be.below(16 * mebibyte)
    request.destroy()
    expect(Object.keys(await filesOf('prefix=large/'))).to.have.length(2)
  })
})

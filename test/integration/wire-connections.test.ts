import { expect } from 'chai'
import { readdirSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { blobFiles } from '../support/blob-files.ts'
import { openRaw, rawHead, type RawConnection } from '../support/raw-connection.ts'
import { createClient, open, type Client } from '../support/signed-request.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { textOf } from '../support/xml-text.ts'

const mebibyte = 2 ** 20
const stallSeconds = 1

describe('a connection', () => {
  let server: TestServer
  let client: Client
  let host: string
  const connections: RawConnection[] = []

  before(async () => {
    server = await startServer({ settings: { SEAU_STALL_TIMEOUT_SECONDS: String(stallSeconds) } })
    client = createClient(server)
    host = new URL(server.url).host
    await client.send({ method: 'PUT', path: 'closed' })
    await client.send({ method: 'PUT', path: 'open', headers: { 'x-amz-acl': 'public-read-write' } })
    await put('small', 'small')
  })
  after(async () => {
    for (const connection of connections) connection.destroy()
    client.close()
    await server.close()
  })

  const put = (key: string, body: string | Buffer) =>
    client.send({ method: 'PUT', path: `open/${key}`, headers: { 'x-amz-acl': 'public-read' }, body })
  const connect = (): RawConnection => {
    const connection = openRaw(server.url)
    connections.push(connection)
    return connection
  }
  const head = (line: string, headers: Readonly<Record<string, string | number>> = {}) =>
    rawHead(`${line} HTTP/1.1`, { Host: host, ...headers })
  const codeOf = ({ body }: { readonly body: string }) => textOf(body, 'Code')

  describe('with Expect: 100-continue', () => {
    const expecting = { Expect: '100-continue', 'Content-Length': 5 }

    it('is told to go on when the body is wanted', async () => {
      const connection = connect()
      connection.send(head('PUT /open/expected', expecting))
      expect((await connection.answer()).status).to.equal(100)
      connection.send('hello')
      expect((await connection.answer()).status).to.equal(200)
      expect((await client.send({ method: 'GET', path: 'open/expected' })).body.toString()).to.equal('hello')
    })

    it('is not asked for a document that it may not bring', async () => {
      const connection = connect()
      connection.send(head('PUT /closed?acl', expecting))
      expect((await connection.answer()).status).to.equal(403)
    })

    it('is refused at once otherwise, and cannot be mistaken for one that goes on', async () => {
      const connection = connect()
      connection.send(head('PUT /closed/expected', expecting))
      const answer = await connection.answer()
      expect(answer.status).to.equal(403)
      expect(answer.headers['connection']).to.equal('close')
    })
  })

  describe('whose request is refused before its body has come', () => {
    it('goes on behind a short body', async () => {
      const connection = connect()
      connection.send(head('PUT /absent/key', { 'Content-Length': 100_000 }))
      const answer = await connection.answer()
      expect(codeOf(answer)).to.equal('NoSuchBucket')
      expect(answer.headers['connection']).to.not.equal('close')
      connection.send(Buffer.alloc(100_000))
      connection.send(head('GET /open/small'))
      expect((await connection.answer()).body).to.equal('small')
    })

    it('gives the answer to a client that sends a long body first', async () => {
      const connection = connect()
      connection.send(head('PUT /absent/key', { 'Content-Length': 32 * mebibyte }))
      for (let n = 0; n < 32; n += 1) connection.send(Buffer.alloc(mebibyte))
      await sleep(200)
      const answer = await connection.answer()
      expect(codeOf(answer)).to.equal('NoSuchBucket')
      expect(answer.headers['connection']).to.equal('close')
      expect(await connection.closed).to.equal('ended')
    })

    it('goes on when the refusal comes in the middle of the body', async () => {
      const connection = connect()
      const chunked = {
        'Content-Length': 900_000,
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      }
      const lengths = { 'x-amz-decoded-content-length': 800_000, 'x-amz-trailer': 'x-amz-checksum-crc32' }
      connection.send(head('PUT /open/chunked', { ...chunked, ...lengths }))
      connection.send('x'.repeat(450_000))
      expect((await connection.answer()).status).to.equal(400)
      connection.send(`${'x'.repeat(450_000)}${head('GET /open/small')}`)
      expect((await connection.answer()).body).to.equal('small')
    })
  })

  it('leaves nothing of an upload that breaks off', async () => {
    const before = await blobFiles(server)
    const connection = connect()
    connection.send(head('PUT /open/broken', { 'Content-Length': 10 * mebibyte }))
    connection.send(Buffer.alloc(mebibyte))
    expect(await blobFiles(server, { atLeast: before.length + 1 })).to.have.length(before.length + 1)
    connection.destroy()
    expect(await blobFiles(server, { atMost: before.length })).to.deep.equal(before)
    expect((await client.send({ method: 'GET', path: 'open/broken' })).status).to.equal(404)
  })

  it('that breaks off during a download leaves no file open', async function () {
    if (process.platform !== 'linux') this.skip()
    await put('large', Buffer.alloc(32 * mebibyte, 'x'))
    const openBlobs = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).startsWith(`${server.data}/storage`)
        } catch {
          return false
        }
      })
    const download = await open(server, { method: 'GET', path: 'open/large' })
    await new Promise((resolve) => download.once('data', resolve))
    download.pause()
    expect(openBlobs()).to.have.length(1)
    download.destroy()
    for (let n = 0; n < 100 && openBlobs().length > 0; n += 1) await sleep(20)
    expect(openBlobs()).to.deep.equal([])
  })

  describe('that stands still', () => {
    it('within a body gets RequestTimeout', async () => {
      const connection = connect()
      connection.send(head('PUT /open/stalled', { 'Content-Length': 100_000 }) + 'begun')
      const answer = await connection.answer()
      expect([answer.status, codeOf(answer)]).to.deep.equal([400, 'RequestTimeout'])
      expect(await connection.closed).to.equal('ended')
      expect((await client.send({ method: 'GET', path: 'open/stalled' })).status).to.equal(404)
    })

    it('within a download is cut off', async () => {
      await put('endless', Buffer.alloc(32 * mebibyte, 'x'))
      const download = await open(server, { method: 'GET', path: 'open/endless' })
      await new Promise((resolve) => download.once('data', resolve))
      download.pause()
      await sleep(stallSeconds * 2500)
      download.resume()
      const error = await new Promise((resolve) => download.once('error', resolve).once('end', resolve))
      expect(error).to.be.an('error')
    })

    it('between requests is closed without a word', async () => {
      const connection = connect()
      expect(await connection.closed).to.equal('ended')
      expect(await connection.answer().catch((error: unknown) => String(error))).to.contain('ended after ""')
    })
  })

  describe('with malformed HTTP', () => {
    const malformed: Readonly<Record<string, string>> = {
      'that is none': 'hello there\r\n\r\n',
      'in a header': 'GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n',
      'in its version': 'GET / HTTP/9.9\r\n\r\n',
      'in its lengths':
        'PUT /open/k HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      'in a chunk': 'PUT /open/k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    }
    for (const [what, bytes] of Object.entries(malformed)) {
      it(`${what} gets an error in S3’s form`, async () => {
        const connection = connect()
        connection.send(bytes)
        const answer = await connection.answer()
        expect([answer.status, codeOf(answer)]).to.deep.equal([400, 'BadRequest'])
        expect(answer.headers['x-amz-request-id']).to.equal(textOf(answer.body, 'RequestId'))
        expect(answer.headers['date']).to.be.a('string')
        expect(await connection.closed).to.equal('ended')
      })
    }

    it('behind a good request still gets the good answer first', async () => {
      const connection = connect()
      connection.send(`${head('GET /open/small')}nonsense\r\n\r\n`)
      expect((await connection.answer()).body).to.equal('small')
      expect((await connection.answer()).status).to.equal(400)
    })

    it('of too many headers gets RequestHeaderSectionTooLarge, even when it goes on', async () => {
      const connection = connect()
      connection.send(head('GET /', { 'x-amz-meta-a': 'x'.repeat(100_000) }))
      for (let n = 0; n < 8; n += 1) connection.send(Buffer.alloc(mebibyte, 'x'))
      const answer = await connection.answer()
      expect([answer.status, codeOf(answer)]).to.deep.equal([400, 'RequestHeaderSectionTooLarge'])
    })

    it('without a Host is refused in version 1.1', async () => {
      const connection = connect()
      connection.send('GET /open/small HTTP/1.1\r\n\r\n')
      expect(codeOf(await connection.answer())).to.equal('BadRequest')
    })
  })

  it('of HTTP/1.0 is served and closed', async () => {
    const connection = connect()
    connection.send('GET /open/small HTTP/1.0\r\n\r\n')
    const answer = await connection.answer()
    expect([answer.status, answer.body]).to.deep.equal([200, 'small'])
    expect(await connection.closed).to.equal('ended')
  })

  it('may carry requests one behind the other', async () => {
    const connection = connect()
    const body = head('PUT /open/piped', { 'Content-Length': 5 }) + 'piped'
    connection.send(head('GET /open/small') + body + head('GET /absent') + head('HEAD /open/small'))
    expect((await connection.answer()).body).to.equal('small')
    expect((await connection.answer()).status).to.equal(200)
    expect((await connection.answer()).status).to.equal(404)
    expect((await connection.answer({ toHead: true })).headers['content-length']).to.equal('5')
  })

  it('is not confused by answers without a body', async () => {
    const connection = connect()
    connection.send(head('HEAD /open/absent') + head('GET /open/small'))
    const missing = await connection.answer({ toHead: true })
    expect([missing.status, missing.headers['content-type']]).to.deep.equal([404, 'application/xml'])
    const found = await connection.answer()
    expect(found.body).to.equal('small')
    connection.send(
      head('GET /open/small', { 'If-None-Match': String(found.headers['etag']) }) + head('GET /open/small'),
    )
    const unchanged = await connection.answer()
    expect([unchanged.status, unchanged.headers['content-type']]).to.deep.equal([304, undefined])
    expect((await connection.answer()).body).to.equal('small')
  })

  it('may ask for addresses that no URL can be', async () => {
    for (const target of ['//', '//[', '/%zz', '/open/small?%zz', 'http://[/%zz', '/open/%ff']) {
      const connection = connect()
      connection.send(head(`GET ${target}`))
      const answer = await connection.answer()
      expect([target, answer.status]).to.deep.equal([target, 400])
      expect(textOf(answer.body, 'Resource')).to.equal(target.replace(/^http:..\[|\?.*/g, ''))
    }
  })
})

describe('a server that closes', () => {
  it('finishes what is under way, and keeps no connection for more', async () => {
    const server = await startServer()
    const client = createClient(server)
    await client.send({ method: 'PUT', path: 'open', headers: { 'x-amz-acl': 'public-read-write' } })
    const { host } = new URL(server.url)
    const [idle, busy] = [openRaw(server.url), openRaw(server.url)]
    idle.send(rawHead('GET /open/none HTTP/1.1', { Host: host }))
    expect((await idle.answer()).status).to.equal(404)
    busy.send(
      rawHead('PUT /open/late HTTP/1.1', { Host: host, 'Content-Length': 10, Expect: '100-continue' }),
    )
    expect((await busy.answer()).status).to.equal(100)
    busy.send('first')
    client.close()

    let isClosed = false
    const closing = server.close().then(() => {
      isClosed = true
    })
    expect(await idle.closed).to.equal('ended')
    await sleep(100)
    expect(isClosed).to.equal(false)
    busy.send('after')
    expect((await busy.answer()).status).to.equal(200)
    expect(await busy.closed).to.equal('ended')
    await closing
  })

  it('says so to requests on connections that are still open', async () => {
    const server = await startServer()
    const client = createClient(server)
    await client.send({ method: 'PUT', path: 'open', headers: { 'x-amz-acl': 'public-read-write' } })
    const { host } = new URL(server.url)
    const connection = openRaw(server.url)
    connection.send(rawHead('PUT /open/key HTTP/1.1', { Host: host, 'Content-Length': 4 }))
    await sleep(50)
    client.close()
    const closing = server.close()
    connection.send(`body${rawHead('GET /open/absent HTTP/1.1', { Host: host })}`)
    expect((await connection.answer()).status).to.equal(200)
    const last = await connection.answer()
    expect([last.status, last.headers['connection']]).to.deep.equal([404, 'close'])
    await closing
  })
})

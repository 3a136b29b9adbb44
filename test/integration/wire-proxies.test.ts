import { expect } from 'chai'
import { completeUpload, createUpload, uploadPart } from '../support/multipart.ts'
import { openRaw, rawHead } from '../support/raw-connection.ts'
import { createClient, signedHead, type Client, type TestRequest } from '../support/signed-request.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { textOf } from '../support/xml-text.ts'

type Headers = Readonly<Record<string, string>>

/** Sends what a client has signed for another address, as a proxy changes it. */
async function through(server: TestServer, line: string, headers: Readonly<Record<string, string | number>>) {
  const connection = openRaw(server.url)
  connection.send(rawHead(`${line} HTTP/1.1`, headers))
  return connection.answer().finally(() => {
    connection.destroy()
  })
}

const signedFor = (url: string, server: TestServer, request: TestRequest) => {
  const { path, headers } = signedHead({ url, credentials: server.credentials }, request)
  return { path, headers: headers }
}

const postForm = (server: TestServer, path: string, headers: Headers) => {
  const body =
    '--x\r\nContent-Disposition: form-data; name="key"\r\n\r\na b\r\n' +
    '--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\nfile\r\n--x--\r\n'
  const own = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': body.length }
  const connection = openRaw(server.url)
  connection.send(rawHead(`POST ${path} HTTP/1.1`, { ...headers, ...own }) + body)
  return connection.answer().finally(() => {
    connection.destroy()
  })
}

async function filled(settings: Headers): Promise<TestServer> {
  const server = await startServer({ settings })
  const client = createClient(server)
  await client.send({ method: 'PUT', path: 'bucket', headers: { 'x-amz-acl': 'public-read-write' } })
  await client.send({ method: 'PUT', path: 'bucket/key', body: 'content' })
  client.close()
  return server
}

describe('behind a trusted proxy', () => {
  let server: TestServer

  before(async () => {
    server = await filled({ SEAU_TRUSTED_PROXIES: '127.0.0.0/8', SEAU_DOMAIN: 's3.example.com' })
  })
  after(() => server.close())

  const forwarded = { 'X-Forwarded-Host': 's3.example.com', 'X-Forwarded-Proto': 'https' }

  it('a signature for the forwarded host holds', async () => {
    const { path, headers } = signedFor('https://s3.example.com', server, {
      method: 'GET',
      path: 'bucket/key',
    })
    const answer = await through(server, `GET ${path}`, { ...headers, ...forwarded, Host: 'inside:9000' })
    expect([answer.status, answer.body]).to.deep.equal([200, 'content'])
  })

  it('the forwarded host may name the bucket', async () => {
    const host = 'bucket.s3.example.com'
    const { path, headers } = signedFor(`https://${host}`, server, { method: 'GET', path: 'key' })
    const proxied = { ...headers, Host: 'inside', 'X-Forwarded-Host': host }
    expect((await through(server, `GET ${path}`, proxied)).body).to.equal('content')
  })

  it('locations have the forwarded scheme and host', async () => {
    const answer = await postForm(server, '/bucket', { Host: 'inside', ...forwarded })
    expect(answer.headers['location']).to.equal('https://s3.example.com/bucket/a%20b')
  })
})

describe('without a trusted proxy', () => {
  it('forwarded headers are not believed', async () => {
    const server = await filled({})
    const { path, headers } = signedFor('https://s3.example.com', server, {
      method: 'GET',
      path: 'bucket/key',
    })
    const claimed = { Host: 'inside', 'X-Forwarded-Host': 's3.example.com', 'X-Forwarded-Proto': 'https' }
    const refused = await through(server, `GET ${path}`, { ...headers, ...claimed })
    expect(textOf(refused.body, 'Code')).to.equal('SignatureDoesNotMatch')
    const answer = await postForm(server, '/bucket', claimed)
    expect(answer.headers['location']).to.equal('http://inside/bucket/a%20b')
    await server.close()
  })
})

describe('under a public URL with a path', () => {
  let server: TestServer
  let client: Client

  before(async () => {
    server = await filled({ SEAU_PUBLIC_URL: 'https://example.com/store' })
    client = createClient(server)
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const signed = (path: string) => signedFor('https://example.com', server, { method: 'GET', path })

  it('requests are understood when the proxy removes the path and changes the host', async () => {
    const { headers } = signed('store/bucket/key')
    const answer = await through(server, 'GET /bucket/key', { ...headers, Host: 'inside' })
    expect([answer.status, answer.body]).to.deep.equal([200, 'content'])
  })

  it('requests are understood when the proxy changes nothing', async () => {
    const { headers } = signed('store/bucket/key')
    const answer = await through(server, 'GET /store/bucket/key', headers)
    expect([answer.status, answer.body]).to.deep.equal([200, 'content'])
  })

  it('a direct request is still taken by its word', async () => {
    expect((await client.send({ method: 'GET', path: 'bucket/key' })).body.toString()).to.equal('content')
    const { status, body } = await client.send({ method: 'GET', path: 'store/bucket/key' })
    expect([status, textOf(body, 'BucketName')]).to.deep.equal([404, 'store'])
  })

  it('locations begin with it', async () => {
    const uploadId = await createUpload(client, 'bucket/a/b c')
    const part = await uploadPart(client, 'bucket/a/b c', { uploadId, partNumber: 1, body: Buffer.from('x') })
    const completed = await completeUpload(client, 'bucket/a/b c', { uploadId, parts: [part] })
    expect(textOf(completed.body, 'Location')).to.equal('https://example.com/store/bucket/a%2Fb%20c')
    const posted = await postForm(server, '/store/bucket', { Host: 'example.com' })
    expect(posted.headers['location']).to.equal('https://example.com/store/bucket/a%20b')
  })
})

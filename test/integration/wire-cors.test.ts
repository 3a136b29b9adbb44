import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { sign } from 'aws4'
import { createClient, type Client } from '../support/signed-request.ts'
import { consoleUrl } from '../support/admin-browser.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { textOf } from '../support/xml-text.ts'

const rules = `<CORSConfiguration>
  <CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>https://*.example.com</AllowedOrigin>
    <AllowedHeader>x-amz-*</AllowedHeader><ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>60</MaxAgeSeconds></CORSRule>
  <CORSRule><AllowedMethod>PUT</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>
</CORSConfiguration>`

const origin = 'https://app.example.com'
const vary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'

const md5 = (text: string) => createHash('md5').update(text).digest('base64')

describe('cross-origin access', () => {
  let server: TestServer
  let client: Client

  before(async () => {
    server = await startServer()
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'plain' })
    await client.send({ method: 'PUT', path: 'shared', headers: { 'x-amz-acl': 'public-read' } })
    const configured = await client.send({
      method: 'PUT',
      path: 'shared',
      query: { cors: '' },
      headers: { 'content-md5': md5(rules) },
      body: rules,
    })
    expect(configured.status).to.equal(200)
    await client.send({
      method: 'PUT',
      path: 'shared/key',
      headers: { 'x-amz-acl': 'public-read' },
      body: 'x',
    })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const ask = (path: string, headers: Record<string, string>, method = 'OPTIONS') =>
    fetch(`${server.url}/${path}`, { method, headers })
  const preflight = (path: string, method: string, headers: Record<string, string> = {}) =>
    ask(path, { origin, 'access-control-request-method': method, ...headers })

  it('is granted to a preflight without a signature', async () => {
    const answer = await preflight('shared/key', 'GET', { 'access-control-request-headers': 'X-Amz-Date' })
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('access-control-allow-origin')).to.equal(origin)
    expect(answer.headers.get('access-control-allow-methods')).to.equal('GET')
    expect(answer.headers.get('access-control-allow-headers')).to.equal('x-amz-date')
    expect(answer.headers.get('access-control-expose-headers')).to.equal('ETag')
    expect(answer.headers.get('access-control-max-age')).to.equal('60')
    expect(answer.headers.get('vary')).to.equal(vary)
  })

  it('is granted to a preflight of a presigned URL', async () => {
    const { path } = sign(
      {
        method: 'PUT',
        path: '/shared/new',
        host: 'localhost',
        service: 's3',
        region: 'us-east-1',
        signQuery: true,
      },
      server.credentials,
    )
    const answer = await preflight(path.slice(1), 'PUT')
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*')
  })

  it('is refused to a preflight that no rule fits', async () => {
    for (const refused of [
      await preflight('shared/key', 'DELETE'),
      await preflight('shared/key', 'GET', { origin: 'https://example.org' }),
      await preflight('shared/key', 'GET', { 'access-control-request-headers': 'authorization' }),
    ]) {
      expect(refused.status).to.equal(403)
      expect(textOf(await refused.text(), 'Code')).to.equal('AccessForbidden')
      expect(refused.headers.get('access-control-allow-origin')).to.equal(null)
    }
  })

  it('is refused where nothing is configured, in S3’s words', async () => {
    const answer = await preflight('plain/key', 'GET')
    expect(answer.status).to.equal(403)
    expect(textOf(await answer.text(), 'Message')).to.equal(
      'CORSResponse: CORS is not enabled for this bucket.',
    )
  })

  it('needs an origin, a method and a bucket', async () => {
    expect((await ask('shared', {})).status).to.equal(400)
    expect((await ask('shared', { origin })).status).to.equal(400)
    const absent = await preflight('absent', 'GET')
    expect(absent.status).to.equal(404)
    expect(textOf(await absent.text(), 'Code')).to.equal('NoSuchBucket')
  })

  it('is told of in answers to requests, errors and refusals included', async () => {
    for (const [path, status] of [
      ['shared/key', 200],
      ['shared/missing', 404],
      ['shared?acl', 403],
    ] as const) {
      const answer = await ask(path, { origin }, 'GET')
      expect(answer.status).to.equal(status)
      expect(answer.headers.get('access-control-allow-origin')).to.equal(origin)
      expect(answer.headers.get('vary')).to.equal(vary)
      expect(answer.headers.get('x-amz-request-id')).to.match(/^\w{16}$/)
    }
  })

  it('is not told of to other origins, methods, or requests without an origin', async () => {
    for (const [method, headers] of [
      ['GET', {}],
      ['GET', { origin: 'https://example.org' }],
      ['HEAD', { origin }],
    ] as const) {
      const answer = await ask('shared/key', headers, method)
      expect(answer.status).to.equal(200)
      expect(answer.headers.get('access-control-allow-origin')).to.equal(null)
      expect(answer.headers.get('vary')).to.equal(null)
    }
  })
})

describe('cross-origin access of the console', () => {
  const allowedBy = async (server: TestServer, origin: string, bucket = 'plain', method = 'PUT') => {
    const headers = {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type,x-amz-meta-a',
    }
    const answer = await fetch(`${server.url}/${bucket}/key`, { method: 'OPTIONS', headers })
    return answer.headers.get('access-control-allow-origin')
  }

  it('is granted on its own port, to all buckets', async () => {
    const server = await startServer()
    const client = createClient(server)
    const origin = await consoleUrl(server)
    await client.send({ method: 'PUT', path: 'plain' })
    await client.send({
      method: 'PUT',
      path: 'plain',
      query: { cors: '' },
      headers: { 'content-md5': md5(rules) },
      body: rules,
    })
    for (const method of ['GET', 'HEAD', 'PUT', 'POST'])
      expect(await allowedBy(server, origin, 'plain', method)).to.equal(origin)
    expect(await allowedBy(server, origin, 'plain', 'DELETE')).to.equal(null)
    expect(await allowedBy(server, origin.replace('http:', 'https:'), 'plain', 'POST')).to.equal(null)
    expect(await allowedBy(server, `${origin}0`, 'plain', 'POST')).to.equal(null)
    expect(await allowedBy(server, 'null', 'plain', 'POST')).to.equal(null)
    const answer = await fetch(`${server.url}/plain/none`, { headers: { origin } })
    expect(answer.status).to.equal(403)
    expect(answer.headers.get('access-control-allow-origin')).to.equal(origin)
    expect(answer.headers.get('access-control-expose-headers')).to.match(/^ETag,/)
    client.close()
    await server.close()
  })

  it('is granted at its URL, too', async () => {
    const server = await startServer({ settings: { SEAU_CONSOLE_URL: 'https://console.example.com/s3' } })
    const client = createClient(server)
    await client.send({ method: 'PUT', path: 'plain' })
    const origin = 'https://console.example.com'
    expect(await allowedBy(server, origin)).to.equal(origin)
    const port = await consoleUrl(server)
    expect(await allowedBy(server, port)).to.equal(port)
    expect(await allowedBy(server, 'https://console.example.org')).to.equal(null)
    client.close()
    await server.close()
  })
})

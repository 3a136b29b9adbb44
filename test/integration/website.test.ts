import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { createClient, type Client } from '../support/signed-request.ts'
import { startServer, type TestServer } from '../support/server.ts'

const configuration = (inner: string) =>
  `<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument>${inner}</WebsiteConfiguration>`

const rule = (condition: string, redirect: string) =>
  `<RoutingRule><Condition>${condition}</Condition><Redirect>${redirect}</Redirect></RoutingRule>`

const rules =
  rule('<KeyPrefixEquals>old/</KeyPrefixEquals>', '<ReplaceKeyPrefixWith>docs/</ReplaceKeyPrefixWith>') +
  rule(
    '<HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals><KeyPrefixEquals>img/</KeyPrefixEquals>',
    '<HostName>api.example.org</HostName><HttpRedirectCode>307</HttpRedirectCode><Protocol>https</Protocol><ReplaceKeyPrefixWith>resize?key=</ReplaceKeyPrefixWith>',
  )

describe('a bucket as a website', () => {
  let server: TestServer
  let client: Client

  const put = async (path: string, body = '', headers: Record<string, string> = {}, query = {}) => {
    const sum = { 'content-md5': createHash('md5').update(body).digest('base64') }
    const answer = await client.send({ method: 'PUT', path, query, headers: { ...sum, ...headers }, body })
    expect(answer.status, answer.body.toString()).to.equal(200)
  }
  const readable = { 'x-amz-acl': 'public-read' }

  const visit = (path: string, { host = 'site.web.test', method = 'GET', base = '', headers = {} } = {}) =>
    new Promise<{ status: number; headers: Record<string, string | undefined>; text: string }>(
      (resolve, reject) => {
        const { hostname, port } = new URL(base || (server.websiteUrl ?? ''))
        const outgoing = request({
          hostname,
          port,
          path,
          method,
          headers: { ...headers, host },
          agent: false,
        })
        outgoing.once('error', reject).once('response', (response) => {
          void buffer(response).then((body) => {
            const heads = response.headers as Record<string, string | undefined>
            resolve({ status: response.statusCode ?? 0, headers: heads, text: body.toString() })
          }, reject)
        })
        outgoing.end()
      },
    )

  before(async () => {
    server = await startServer({ settings: { SEAU_WEBSITE_DOMAIN: 'web.test', SEAU_WEBSITE_PORT: '0' } })
    client = createClient(server)
    for (const bucket of ['site', 'own.example.org', 'elsewhere', 'plain', 'bare'])
      await put(bucket, '', readable)
    const error = '<ErrorDocument><Key>error.html</Key></ErrorDocument>'
    await put('site', configuration(`${error}<RoutingRules>${rules}</RoutingRules>`), {}, { website: '' })
    await put('own.example.org', configuration(''), {}, { website: '' })
    await put(
      'bare',
      configuration('<ErrorDocument><Key>absent.html</Key></ErrorDocument>'),
      {},
      { website: '' },
    )
    const all = '<RedirectAllRequestsTo><HostName>example.org</HostName></RedirectAllRequestsTo>'
    await put('elsewhere', `<WebsiteConfiguration>${all}</WebsiteConfiguration>`, {}, { website: '' })
    const html = { ...readable, 'content-type': 'text/html' }
    await put('site/index.html', 'home', html)
    await put('site/docs/index.html', 'docs', html)
    await put('site/docs/a b.html', 'page', html)
    await put('site/error.html', 'lost', html)
    await put('site/secret.html', 'secret')
    await put('site/moved', 'here', { ...readable, 'x-amz-website-redirect-location': '/docs/' })
    await put('own.example.org/index.html', 'own', html)
  })
  after(async () => {
    client.close()
    await server.close()
  })

  it('shows the index document for the root and for folders', async () => {
    const home = await visit('/')
    expect(home).to.include({ status: 200, text: 'home' })
    expect(home.headers).to.include({ 'content-type': 'text/html' })
    expect((await visit('/docs/')).text).to.equal('docs')
    expect((await visit('/docs/a%20b.html?version=2')).text).to.equal('page')
  })

  it('sends visitors to the folder when the slash is missing', async () => {
    const answer = await visit('/docs')
    expect(answer.status).to.equal(302)
    expect(answer.headers).to.include({ location: '/docs/' })
  })

  it('answers HEAD without a body, and ranges and conditions as S3 does', async () => {
    const head = await visit('/', { method: 'HEAD' })
    expect(head).to.include({ status: 200, text: '' })
    expect(head.headers['content-length']).to.equal('4')
    expect(await visit('/', { headers: { range: 'bytes=1-2' } })).to.include({ status: 206, text: 'om' })
    const same = await visit('/', { headers: { 'if-none-match': head.headers['etag'] } })
    expect(same).to.include({ status: 304, text: '' })
    expect((await visit('/none', { method: 'HEAD' })).status).to.equal(404)
  })

  it('shows its own page for errors, with their status', async () => {
    const missing = await visit('/none.html')
    expect(missing).to.include({ status: 404, text: 'lost' })
    expect(missing.headers).to.include({ 'x-amz-error-code': 'NoSuchKey', 'content-type': 'text/html' })
    expect(await visit('/secret.html')).to.include({ status: 403, text: 'lost' })
  })

  it("shows S3's page when there is none of its own", async () => {
    const page = await visit('/<none>', { host: 'own.example.org' })
    expect(page.status).to.equal(404)
    expect(page.headers['content-type']).to.match(/^text\/html/)
    expect(page.text).to.include('<h1>404 Not Found</h1>').and.include('<li>Code: NoSuchKey</li>')
    expect(page.text).to.include('<li>Key: &lt;none&gt;</li>').and.not.include('Custom Error Document')
    const twice = await visit('/none', { host: 'bare.web.test' })
    expect(twice.text).to.include('An Error Occurred While Attempting to Retrieve a Custom Error Document')
    expect(twice.text).to.include('<li>Key: absent.html</li>')
  })

  it('follows its rules before the object is looked for, or once it is missing', async () => {
    const before = await visit('/old/a%20b.html')
    expect(before.status).to.equal(301)
    expect(before.headers).to.include({ location: 'http://site.web.test/docs/a%20b.html' })
    const after = await visit('/img/x%26y.png')
    expect(after.status).to.equal(307)
    expect(after.headers).to.include({ location: 'https://api.example.org/resize?key=x%26y.png' })
  })

  it('redirects objects that say where to', async () => {
    const answer = await visit('/moved')
    expect(answer).to.include({ status: 301, text: '' })
    expect(answer.headers).to.include({ location: '/docs/' })
    const plain = await client.send({ method: 'GET', path: 'site/moved' })
    expect(plain.status).to.equal(200)
    expect(plain.headers).to.include({ 'x-amz-website-redirect-location': '/docs/' })
  })

  it('redirects everything, path and query included', async () => {
    const answer = await visit('/a/b?c=d', { host: 'elsewhere.web.test' })
    expect(answer.status).to.equal(301)
    expect(answer.headers).to.include({ location: 'http://example.org/a/b?c=d' })
  })

  it('is found by its own host name on its own port only', async () => {
    expect((await visit('/', { host: 'OWN.example.org:8080' })).text).to.equal('own')
    expect((await visit('/', { host: 'own.example.org', base: server.url })).text).not.to.equal('own')
  })

  it('is found below the domain on the S3 port too', async () => {
    expect((await visit('/', { base: server.url })).text).to.equal('home')
  })

  it('is nothing without a bucket or a configuration', async () => {
    const unknown = await visit('/', { host: 'nobody.web.test' })
    expect(unknown.status).to.equal(404)
    expect(unknown.text).to.include('Code: NoSuchBucket')
    expect((await visit('/', { host: 'plain.web.test' })).text).to.include('Code: NoSuchWebsiteConfiguration')
  })

  it('takes no other method than GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await visit('/index.html', { method })
      expect(answer.status, method).to.equal(405)
      expect(answer.text).to.include('Code: MethodNotAllowed')
    }
  })

  it('lets other pages read it when a rule of the bucket says so', async () => {
    const cors =
      '<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>'
    await put('site', cors, {}, { cors: '' })
    const answer = await visit('/', { headers: { origin: 'https://a.org' } })
    expect(answer.headers).to.include({ 'access-control-allow-origin': '*' })
  })
})

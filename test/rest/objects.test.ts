import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { bucket, members, startRestServer, type ApiKey, type RestServer } from './rest-server.ts'

describe('objects over REST', () => {
  let server: RestServer
  before(async () => {
    server = await startRestServer()
    for (const key of ['a.txt', 'b/1.txt', 'b/2.txt', 'c d+é.txt'])
      await server.s3.send({ method: 'PUT', path: `${bucket}/${key}`, body: `bytes of ${key}` })
  })
  after(() => server.close())

  const files = async (query: string) => {
    const answer = await members(await server.ask(`GET /api/list?bucket=${bucket}${query}`))
    return {
      ...answer,
      names: (answer['files'] as readonly { readonly file: string }[]).map(({ file }) => file),
    }
  }

  it('reads an object, a part of it, and nothing when it is unchanged', async () => {
    const whole = await server.ask(`GET /api/object?bucket=${bucket}&file=a.txt`)
    expect(await whole.text()).to.equal('bytes of a.txt')
    const part = await server.ask(`GET /object?bucket=${bucket}&file=a.txt`, {
      headers: { range: 'bytes=9-' },
    })
    expect([part.status, await part.text()]).to.deep.equal([206, 'a.txt'])
    const etag = whole.headers.get('etag') ?? ''
    const same = await server.ask(`GET /object?bucket=${bucket}&file=a.txt`, {
      headers: { 'if-none-match': etag },
    })
    expect([same.status, await same.text()]).to.deep.equal([304, ''])
    const head = await server.ask(`HEAD /object?bucket=${bucket}&file=a.txt`)
    expect([head.status, head.headers.get('content-length')]).to.deep.equal([200, '14'])
  })

  it('tells of what is not there as JSON with the right status', async () => {
    const response = await server.ask(`GET /object?bucket=${bucket}&file=none`)
    expect(response.status).to.equal(404)
    expect(response.headers.get('x-request-id')).to.match(/^[0-9A-Z]{16}$/)
    expect(await members(response)).to.include({ status: 'error', code: 'NoSuchKey' })
    const unknown = await server.ask('GET /api/nothing')
    expect([unknown.status, (await members(unknown))['code']]).to.deep.equal([404, 'NotFound'])
  })

  it('lists page by page, by prefix and by folder', async () => {
    const first = await files('&limit=2')
    expect(first.names).to.deep.equal(['a.txt', 'b/1.txt'])
    const second = await files(`&limit=2&cursor=${String((first as Record<string, unknown>)['next_cursor'])}`)
    expect(second.names).to.deep.equal(['b/2.txt', 'c d+é.txt'])
    expect(second).to.include({ next_cursor: null })
    expect((await files('&prefix=b/')).names).to.deep.equal(['b/1.txt', 'b/2.txt'])
    expect(await files('&delimiter=/')).to.deep.include({ names: ['a.txt', 'c d+é.txt'], folders: ['b/'] })
    const bad = await server.ask(`GET /list?bucket=${bucket}&cursor=made-up`)
    expect(bad.status).to.equal(400)
  })

  it('gives URLs that lead to the files', async () => {
    const listed = await members(await server.ask(`GET /list?bucket=${bucket}&prefix=c`))
    const [{ url = '' } = {}] = listed['files'] as readonly { readonly url?: string }[]
    const response = await server.ask(`GET ${url.slice(server.rest.length)}`)
    expect(await response.text()).to.equal('bytes of c d+é.txt')
  })

  it('deletes what a JSON body or the query names', async () => {
    for (const key of ['x', 'y']) await server.s3.send({ method: 'PUT', path: `${bucket}/${key}`, body: key })
    const byBody = await server.askJson('DELETE /object', { bucket, file: 'x' })
    expect([byBody.status, await members(byBody)]).to.deep.equal([200, { status: 'success' }])
    await server.ask(`DELETE /api/object?bucket=${bucket}&file=y`)
    expect((await files('')).names).not.to.include.members(['x', 'y'])
    expect((await server.askJson('DELETE /object', { bucket })).status).to.equal(400)
  })

  it('opens a bucket to everybody, and closes it again', async () => {
    const url = `${server.rest}/storage/default/${bucket}/a.txt`
    const visibility = (isPublic: boolean) =>
      server.admin(`PATCH /projects/default/buckets/${bucket}/visibility`, { isPublic })
    expect((await fetch(url)).status).to.equal(403)
    expect((await visibility(true)).status).to.equal(200)
    const open = await fetch(url)
    expect([open.status, await open.text()]).to.deep.equal([200, 'bytes of a.txt'])
    expect((await fetch(`${server.rest}/api/storage/default/${bucket}/a.txt`)).status).to.equal(200)
    expect((await fetch(`${server.rest}/storage/other/${bucket}/a.txt`)).status).to.equal(404)
    expect((await fetch(`${server.rest}/list?bucket=${bucket}`)).status).to.equal(401)
    await visibility(false)
    expect((await fetch(url)).status).to.equal(403)
  })

  it('confines a key to its scope', async () => {
    const scope = { isReadOnly: true, bucket, prefix: 'b/' }
    const key = await members(await server.admin('POST /projects/default/api-keys', { scope }))
    const headers = { authorization: `Bearer ${String(key['token'])}` }
    const status = async (line: string, body?: string) => {
      const json = { ...headers, 'content-type': 'application/json' }
      return (await server.ask(line, body === undefined ? { headers } : { headers: json, body })).status
    }
    expect(await status(`GET /object?bucket=${bucket}&file=b/1.txt`)).to.equal(200)
    expect(await status(`GET /object?bucket=${bucket}&file=a.txt`)).to.equal(403)
    expect(await status(`GET /list?bucket=${bucket}&prefix=b/`)).to.equal(200)
    expect(await status(`GET /list?bucket=${bucket}`)).to.equal(403)
    const file = JSON.stringify({ bucket, file: 'b/1.txt' })
    expect(await status('DELETE /object', file)).to.equal(403)
    expect(await status('POST /sign', file)).to.equal(200)
    expect(await status('POST /sign', JSON.stringify({ bucket, file: 'b/1.txt', method: 'PUT' }))).to.equal(
      403,
    )
  })

  it('holds back a project that asks too often', async () => {
    await server.admin('POST /projects', { name: 'eager' })
    const { token } = (await (await server.admin('POST /projects/eager/api-keys', {})).json()) as ApiKey
    await server.admin('PATCH /projects/eager/limits', { rates: { requestsPerSecond: 1 } })
    const ask = () => server.ask('GET /files', { headers: { authorization: `Bearer ${token}` } })
    expect((await ask()).status).to.equal(200)
    const refused = await ask()
    expect([refused.status, (await members(refused))['code']]).to.deep.equal([429, 'SlowDown'])
    expect(Number(refused.headers.get('retry-after'))).to.equal(1)
  })

  it('refuses an address that is too long as it refuses everything', async () => {
    const refused = await server.ask(`GET /api/list?bucket=${bucket}&prefix=${'a'.repeat(40_000)}`)
    expect(refused.headers.get('content-type')).to.contain('application/json')
    expect([refused.status, (await members(refused))['code']]).to.deep.equal([
      431,
      'RequestHeaderSectionTooLarge',
    ])
  })

  it('refuses the keys of a project that is suspended', async () => {
    await server.admin('POST /projects', { name: 'idle' })
    const { token } = (await (await server.admin('POST /projects/idle/api-keys', {})).json()) as ApiKey
    await server.admin('POST /projects/idle/state', { state: 'suspended' })
    const refused = await server.ask('GET /files', { headers: { authorization: `Bearer ${token}` } })
    expect([refused.status, (await members(refused))['code']]).to.deep.equal([403, 'AccountProblem'])
  })

  it('lets pages of other origins in as the bucket says', async () => {
    const rule =
      '<CORSConfiguration><CORSRule><AllowedOrigin>https://app.example</AllowedOrigin><AllowedMethod>GET</AllowedMethod>' +
      '<AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>'
    const headers = { 'content-md5': createHash('md5').update(rule).digest('base64') }
    await server.s3.send({ method: 'PUT', path: bucket, query: { cors: '' }, headers, body: rule })
    const url = `/api/object?bucket=${bucket}&file=a.txt`
    const preflight = (origin: string) =>
      fetch(server.rest + url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'authorization',
        },
      })
    const allowed = await preflight('https://app.example')
    expect([allowed.status, allowed.headers.get('access-control-allow-headers')]).to.deep.equal([
      200,
      'authorization',
    ])
    expect((await preflight('https://evil.example')).status).to.equal(403)
    const read = await server.ask(`GET ${url}`, { headers: { origin: 'https://app.example' } })
    expect(read.headers.get('access-control-allow-origin')).to.equal('https://app.example')
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { findServerFile } from '../../src/lib/server-file.ts'
import { adminToken } from '../../src/lib/seal.ts'
import { createClient } from '../support/signed-request.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

interface Reply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
const root = basic(rootKey.accessKeyId, rootKey.secretAccessKey)

describe('the admin API', () => {
  let server: TestServer
  let url: string
  beforeEach(async () => {
    server = await startServer()
    url = `${(await findServerFile(join(server.data, 'server.json')))?.url ?? ''}/admin`
  })
  afterEach(() => server.close())

  const call = async (line: string, body?: unknown, authorization = root): Promise<Reply> => {
    const [method = '', path = ''] = line.split(' ')
    const response = await fetch(url + path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Reply['body']) }
  }

  it('makes a project and a key that signs until it is disabled', async () => {
    const project = await call('POST /projects', { name: 'shop', email: 'shop@example.com' })
    expect(project.status).to.equal(201)
    expect(project.body).to.include({ name: 'shop', email: 'shop@example.com' })
    expect(project.body['canonicalId']).to.match(/^[0-9a-f]{64}$/)

    const key = await call('POST /projects/shop/keys', { name: 'web' })
    expect(key.status).to.equal(201)
    const { id, secret } = key.body as { readonly id: string; readonly secret: string }
    const client = createClient({
      url: server.url,
      credentials: { accessKeyId: id, secretAccessKey: secret },
    })
    expect((await client.send({ method: 'PUT', path: 'shop-files' })).status).to.equal(200)

    const disabled = await call(`PATCH /keys/${id}`, { status: 'disabled' })
    expect(disabled.body).to.include({ id, project: 'shop', name: 'web', status: 'disabled' })
    expect(disabled.body).not.to.have.property('secret')
    expect((await client.send({ method: 'GET', path: '' })).body.toString()).to.contain('InvalidAccessKeyId')

    await call(`PATCH /keys/${id}`, { status: 'active' })
    expect((await client.send({ method: 'GET', path: '' })).status).to.equal(200)
    client.close()
  })

  it('imports a key, lists it without its secret, and deletes it', async () => {
    const given = { id: 'IMPORTED', secret: 'a-secret-of-old', expiresAt: '2999-01-01T00:00:00Z' }
    expect((await call('POST /projects/default/keys', given)).body).to.include({
      ...given,
      expiresAt: '2999-01-01T00:00:00.000Z',
    })
    const { keys } = (await call('GET /projects/default/keys')).body as { readonly keys: readonly object[] }
    expect(keys.map((key) => (key as { id: string }).id)).to.have.members([rootKey.accessKeyId, 'IMPORTED'])
    expect(JSON.stringify(keys)).not.to.contain('a-secret-of-old')
    expect((await call('DELETE /keys/IMPORTED')).status).to.equal(204)
    expect(await call('DELETE /keys/IMPORTED')).to.deep.equal({
      status: 404,
      body: { code: 'NoSuchEntity', message: 'There is no access key IMPORTED.' },
    })
  })

  it('lists buckets with what they hold', async () => {
    const client = createClient(server)
    await client.send({ method: 'PUT', path: 'photos' })
    await client.send({ method: 'PUT', path: 'photos/a', body: 'hello' })
    await client.send({ method: 'PUT', path: 'photos/b', body: 'you' })
    client.close()
    const { buckets } = (await call('GET /buckets?project=default')).body as {
      readonly buckets: readonly object[]
    }
    expect(buckets).to.have.length(1)
    expect(buckets[0]).to.include({ name: 'photos', project: 'default', objects: 2, bytes: 8 })
    expect((await call('GET /buckets?project=nobody')).body['code']).to.equal('NoSuchEntity')
  })

  it('keeps a project that holds a bucket, and the default one', async () => {
    const client = createClient(server)
    await client.send({ method: 'PUT', path: 'photos' })
    client.close()
    expect((await call('DELETE /projects/default')).status).to.equal(409)
    await call('POST /projects', { name: 'empty' })
    expect((await call('DELETE /projects/empty')).status).to.equal(204)
  })

  it('refuses what is not in the contract, and says why', async () => {
    const wrong = await call('POST /projects', { name: 'x', colour: 'red' })
    expect(wrong.status).to.equal(400)
    expect(wrong.body['message']).to.contain('colour')
    expect((await call('POST /projects', { name: 'Not A Name' })).body['code']).to.equal('InvalidArgument')
    expect((await call('GET /nowhere')).status).to.equal(404)
    const text = await fetch(`${url}/projects`, {
      method: 'POST',
      headers: { authorization: root },
      body: '{"name":"x"}',
    })
    expect(text.status).to.equal(400)
  })

  it('takes the token of the installation', async () => {
    const masterKey = Buffer.from((await readFile(join(server.data, 'master.key'), 'utf8')).trim(), 'hex')
    expect((await call('GET /status', undefined, `Bearer ${adminToken(masterKey)}`)).status).to.equal(200)
    expect((await call('GET /status', undefined, `Bearer ${adminToken(Buffer.alloc(32))}`)).status).to.equal(
      403,
    )
  })

  it('is closed to keys that are not root keys, and to nobody in particular', async () => {
    await call('POST /projects/default/keys', { id: 'PLAINKEY', secret: 'plain-secret', name: 'plain' })
    await call('POST /projects', { name: 'other' })
    await call('POST /projects/other/keys', { id: 'OTHERROOT', secret: 'other-secret', name: 'root' })
    for (const authorization of [
      '',
      basic('PLAINKEY', 'plain-secret'),
      basic('OTHERROOT', 'other-secret'),
      basic(rootKey.accessKeyId, 'wrong'),
      basic('', ''),
    ]) {
      expect((await call('GET /status', undefined, authorization)).body['code'], authorization).to.equal(
        'AccessDenied',
      )
    }
    expect((await fetch(`${url}/openapi.json`)).status).to.equal(403)
  })

  it('slows those down who try keys out', async () => {
    for (let n = 0; n < 20; n++) await call('GET /status', undefined, basic('ROOT', String(n)))
    const { status, headers } = await fetch(`${url}/status`, { headers: { authorization: root } })
    expect(status).to.equal(429)
    expect(Number(headers.get('retry-after'))).to.be.within(1, 60)
  })

  it('describes itself', async () => {
    const { body } = await call('GET /openapi.json')
    const { paths } = body as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>>
    }
    expect(paths['/projects/{project}/keys']?.['post']?.operationId).to.equal('createKey')
    expect(Object.keys(paths)).to.include.members(['/buckets', '/keys/{id}', '/verify'])
  })
})

import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { createClient, type Client } from '../support/signed-request.ts'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

const password = 'a long password'

describe('buckets by the admin API', () => {
  let server: TestServer
  let client: Client
  let browser: AdminBrowser
  beforeEach(async () => {
    server = await startServer()
    client = createClient(server)
    browser = await openBrowser(server)
    await browser.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
  })
  afterEach(async () => {
    client.close()
    await server.close()
  })

  const call = async (line: string, input?: object) => {
    const { status, body } = await browser.call(line, input)
    return { status, body, code: body['code'] }
  }
  const whenGone = async (name: string) => {
    while ((await call(`GET /buckets/${name}`)).status !== 404) await sleep(20)
  }

  it('are made and described', async () => {
    const made = await call('POST /buckets', { name: 'photos', objectLock: true })
    expect(made.status).to.equal(201)
    await client.send({ method: 'PUT', path: 'photos/a', body: 'hello' })
    const { body } = await call('GET /buckets/photos')
    expect(body).to.deep.include({
      name: 'photos',
      project: 'default',
      objects: 1,
      bytes: 5,
      quota: { bytes: null, objects: null },
      versioning: 'enabled',
      objectLock: true,
      visibility: 'private',
      settings: ['versioning', 'objectLock'],
      deletion: null,
    })
    expect(await call('POST /buckets', { name: 'No' })).to.include({ status: 400, code: 'InvalidBucketName' })
  })

  it('show whether they are open to everybody', async () => {
    await call('POST /buckets', { name: 'photos' })
    await call('PATCH /projects/default/buckets/photos/visibility', { isPublic: true })
    expect((await call('GET /buckets/photos')).body).to.deep.include({
      visibility: 'public-read',
      settings: ['policy'],
    })
    const Resource = 'arn:aws:s3:::photos/open/*'
    const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource }
    await call('POST /buckets/photos/settings/policy', { document: { Statement: [statement] } })
    expect((await call('GET /buckets/photos')).body['visibility']).to.equal('partly-public')
  })

  it('are deleted when they are empty', async () => {
    await call('POST /buckets', { name: 'photos' })
    await client.send({ method: 'PUT', path: 'photos/a', body: 'hello' })
    expect(await call('DELETE /buckets/photos')).to.include({ status: 409, code: 'BucketNotEmpty' })
    await client.send({ method: 'DELETE', path: 'photos/a' })
    expect((await call('DELETE /buckets/photos')).status).to.equal(204)
    expect(await call('GET /buckets/photos')).to.include({ status: 404, code: 'NoSuchBucket' })
  })

  it('are deleted with everything once their name is repeated', async () => {
    await call('POST /buckets', { name: 'photos' })
    await call('POST /buckets/photos/settings/versioning', { document: { Status: 'Enabled' } })
    for (const body of ['one', 'two']) await client.send({ method: 'PUT', path: 'photos/a', body })
    await client.send({ method: 'DELETE', path: 'photos/a' })
    expect(await call('POST /buckets/photos/deletion', { confirm: 'photo' })).to.include({
      status: 400,
      code: 'InvalidArgument',
    })
    const begun = await call('POST /buckets/photos/deletion', { confirm: 'photos' })
    expect(begun).to.deep.include({
      status: 202,
      body: { state: 'running', problem: null, objects: 0, bytes: 0 },
    })
    await whenGone('photos')
  })

  it('stay while something in them is locked, and say so', async () => {
    await call('POST /buckets', { name: 'vault', objectLock: true })
    const lock = { 'x-amz-object-lock-legal-hold': 'ON' }
    await client.send({ method: 'PUT', path: 'vault/held', body: 'x', headers: lock })
    await client.send({ method: 'PUT', path: 'vault/free', body: 'xyz' })
    await call('POST /buckets/vault/deletion', { confirm: 'vault' })
    const deletion = async () => (await call('GET /buckets/vault')).body['deletion'] as { state: string }
    while ((await deletion()).state === 'running') await sleep(20)
    const blocked = await deletion()
    expect(blocked).to.deep.include({ state: 'blocked', objects: 1, bytes: 3 })
    expect(blocked).to.have.property('problem').that.contains('vault/held')

    const body = '<LegalHold><Status>OFF</Status></LegalHold>'
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
    await client.send({ method: 'PUT', path: 'vault/held', query: { 'legal-hold': '' }, headers, body })
    await call('POST /jobs/delete-buckets/run')
    await whenGone('vault')
  })

  it('are the business of their project', async () => {
    await call('POST /projects', { name: 'shop' })
    await call('POST /buckets', { project: 'shop', name: 'wares' })
    const operator = { name: 'anna', role: 'project-admin', password, projects: ['shop'] }
    await call('POST /operators', operator)
    await call('POST /buckets', { name: 'photos' })
    const anna = await openBrowser(server)
    await anna.signIn('anna', password)
    expect((await anna.call('GET /buckets/wares?project=shop')).status).to.equal(200)
    for (const line of ['GET /buckets/photos?project=shop', 'GET /buckets/photos/delivery?project=shop'])
      expect((await anna.call(line)).body['code'], line).to.equal('NoSuchBucket')
    expect((await anna.call('GET /buckets/photos')).status).to.equal(403)
    const taken = await anna.call('DELETE /buckets/photos', { project: 'shop' })
    expect(taken.body['code']).to.equal('NoSuchBucket')
    const purge = await anna.call('POST /buckets/photos/delivery', { project: 'shop', delivery: {} })
    expect(purge.body['code']).to.equal('NoSuchBucket')
  })

  it('have projects whose members are told to their admins', async () => {
    await call('POST /projects', { name: 'shop' })
    await call('POST /operators', { name: 'anna', role: 'project-admin', password, projects: ['shop'] })
    await call('POST /operators', { name: 'bob', role: 'viewer', password, projects: ['default'] })
    await call('POST /operators', { name: 'carl', role: 'operator', password })
    const anna = await openBrowser(server)
    await anna.signIn('anna', password)
    const { members } = (await anna.call('GET /projects/shop/members')).body as {
      readonly members: readonly Readonly<Record<string, unknown>>[]
    }
    expect(members.map(({ name, role, isOfAll }) => [name, role, isOfAll])).to.deep.equal([
      ['anna', 'project-admin', false],
      ['carl', 'operator', true],
    ])
    expect((await anna.call('GET /projects/default/members')).status).to.equal(403)
  })
})

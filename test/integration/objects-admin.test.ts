import { expect } from 'chai'
import { createClient, type Client } from '../support/signed-request.ts'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

const dayMs = 86_400_000

describe('objects, by the admin API', () => {
  let server: TestServer
  let client: Client
  let browser: AdminBrowser
  beforeEach(async () => {
    server = await startServer()
    client = createClient(server)
    browser = await openBrowser(server)
    await browser.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
    await client.send({ method: 'PUT', path: 'photos' })
  })
  afterEach(async () => {
    client.close()
    await server.close()
  })

  const put = (key: string, body = 'abc', headers: Record<string, string> = {}) =>
    client.send({ method: 'PUT', path: `photos/${key}`, body, headers })
  const enableVersions = () =>
    client.send({
      method: 'PUT',
      path: 'photos',
      query: { versioning: '' },
      body: '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>',
    })
  const get = async (path: string) => (await browser.call(`GET /buckets/photos/${path}`)).body
  const post = (path: string, body: object) => browser.call(`POST /buckets/photos/${path}`, body)
  const versionsOf = async () =>
    (await get('versions'))['versions'] as readonly Readonly<Record<string, unknown>>[]

  it('are listed in pages, with what keys have in common', async () => {
    for (const key of ['a/1', 'a/2', 'b', 'c']) await put(key)
    const page = await get('objects?delimiter=/&limit=2')
    expect(page).to.deep.include({ prefixes: ['a/'], next: 'b' })
    expect(page['objects']).to.have.length(1)
    const rest = await get('objects?delimiter=/&limit=2&after=b')
    expect(rest).to.include({ next: null })
    expect((rest['objects'] as readonly object[])[0]).to.include({
      key: 'c',
      size: 3,
      etag: '900150983cd24fb0d6963f7d28e17f72',
      storageClass: 'STANDARD',
    })
    expect((await browser.call('GET /buckets/photos/objects?limit=1001')).body).to.include({
      code: 'InvalidArgument',
    })
  })

  it('are those of the named project only', async () => {
    await browser.call('POST /projects', { name: 'shop' })
    expect((await browser.call('GET /buckets/photos/objects?project=shop')).body).to.include({
      code: 'NoSuchBucket',
    })
    expect((await browser.call('GET /buckets/default:photos/objects?project=shop')).body).to.include({
      code: 'NoSuchBucket',
    })
  })

  it('are described with all that is known of them', async () => {
    const headers = { 'content-type': 'text/plain', 'x-amz-meta-by': 'me', 'x-amz-tagging': 'a=1' }
    await put('x y', 'abc', { ...headers, 'x-amz-server-side-encryption': 'AES256' })
    expect(await get(`object?key=${encodeURIComponent('x y')}`)).to.deep.include({
      key: 'x y',
      size: 3,
      versionId: null,
      contentType: 'text/plain',
      userMetadata: { by: 'me' },
      tags: [{ key: 'a', value: '1' }],
      encryption: { algorithm: 'AES256', keyArn: null },
      retention: null,
      legalHold: null,
      parts: null,
    })
    expect(await get('object?key=none')).to.include({ code: 'NoSuchKey' })
  })

  it('get other headers, while all else stays', async () => {
    const headers = { 'x-amz-tagging': 'a=1', 'x-amz-server-side-encryption': 'AES256', expires: 'never' }
    await put('a', 'abc', { ...headers, 'x-amz-storage-class': 'STANDARD_IA', 'x-amz-acl': 'public-read' })
    const changed = await post('object/metadata', {
      key: 'a',
      contentType: 'image/png',
      userMetadata: { by: 'me' },
    })
    expect(changed.body).to.deep.include({
      contentType: 'image/png',
      userMetadata: { by: 'me' },
      tags: [{ key: 'a', value: '1' }],
      storageClass: 'STANDARD_IA',
      encryption: { algorithm: 'AES256', keyArn: null },
    })
    const read = await fetch(`${server.url}/photos/a`)
    expect(read.headers.get('expires')).to.equal('never')
    expect(await read.text()).to.equal('abc')
    const bad = await post('object/metadata', { key: 'a', contentType: 'a\r\nb' })
    expect(bad.body).to.include({ code: 'InvalidArgument' })
    const long = await post('object/metadata', { key: 'a', userMetadata: { by: 'x'.repeat(2047) } })
    expect(long.body).to.include({ code: 'MetadataTooLarge' })
  })

  it('get tags and another storage class', async () => {
    await put('a')
    expect((await post('object/tags', { key: 'a', tags: [{ key: 'k', value: 'v' }] })).status).to.equal(204)
    const moved = await post('object/storage-class', { key: 'a', storageClass: 'STANDARD_IA' })
    expect(moved.body).to.deep.include({ storageClass: 'STANDARD_IA', tags: [{ key: 'k', value: 'v' }] })
    await post('object/tags', { key: 'a', tags: [] })
    expect(await get('object?key=a')).to.deep.include({ tags: [] })
    const twice = [
      { key: 'k', value: '1' },
      { key: 'k', value: '2' },
    ]
    expect((await post('object/tags', { key: 'a', tags: twice })).body).to.include({ code: 'InvalidTag' })
    expect((await post('object/storage-class', { key: 'a', storageClass: 'COLD' })).body).to.include({
      code: 'InvalidStorageClass',
    })
  })

  it('come back when their delete marker goes, and older versions become the newest', async () => {
    await enableVersions()
    await put('a', 'one')
    await put('a', 'two')
    const deleted = await post('objects/delete', { objects: [{ key: 'a' }] })
    const [{ deleteMarkerVersionId } = {}] = deleted.body['deleted'] as { deleteMarkerVersionId?: string }[]
    expect(
      (await versionsOf()).map(({ isDeleteMarker, isLatest }) => [isDeleteMarker, isLatest]),
    ).to.deep.equal([
      [true, true],
      [false, false],
      [false, false],
    ])
    expect(await get('object?key=a')).to.include({ code: 'NoSuchKey' })
    await post('objects/delete', { objects: [{ key: 'a', versionId: deleteMarkerVersionId }] })
    expect((await client.send({ method: 'GET', path: 'photos/a' })).body.toString()).to.equal('two')
    const versionId = (await versionsOf()).at(-1)?.['versionId']
    expect((await post('versions/restore', { key: 'a', versionId })).status).to.equal(200)
    expect((await client.send({ method: 'GET', path: 'photos/a' })).body.toString()).to.equal('one')
    expect(await versionsOf()).to.have.length(3)
  })

  it('have their versions listed in pages', async () => {
    await enableVersions()
    for (const body of ['1', '2', '3']) await put('a', body)
    const pages: unknown[] = []
    let after: unknown = null
    do {
      const page = await get(`versions?limit=1${typeof after === 'string' ? `&after=${after}` : ''}`)
      pages.push(page['versions'])
      after = page['next']
    } while (after !== null)
    expect(pages).to.have.length(3)
    expect(pages.flat()).to.have.length(3)
    expect(await get('versions?after=nonsense')).to.include({ code: 'InvalidArgument' })
  })

  it('are kept by retention and legal hold', async () => {
    const locked = { 'x-amz-bucket-object-lock-enabled': 'true' }
    await client.send({ method: 'PUT', path: 'vault', headers: locked })
    await client.send({ method: 'PUT', path: 'vault/a', body: 'x' })
    const call = (path: string, body: object) => browser.call(`POST /buckets/vault/${path}`, body)
    const until = new Date(Date.now() + dayMs).toISOString()
    const retention = { mode: 'GOVERNANCE', until }
    expect((await call('object/retention', { key: 'a', retention })).status).to.equal(204)
    await call('object/legal-hold', { key: 'a', isOn: true })
    const described = (await browser.call('GET /buckets/vault/object?key=a')).body
    expect(described).to.deep.include({ retention, legalHold: true })
    const versionId = String(described['versionId'])
    const remove = async (options: object) =>
      (await call('objects/delete', { objects: [{ key: 'a', versionId }], ...options })).body
    expect((await remove({}))['errors']).to.deep.equal([
      {
        key: 'a',
        versionId,
        code: 'AccessDenied',
        message: 'Access Denied because object protected by object lock.',
      },
    ])
    await call('object/legal-hold', { key: 'a', isOn: false })
    expect((await call('object/retention', { key: 'a', retention: null })).body).to.include({
      code: 'AccessDenied',
    })
    expect((await remove({ bypassGovernance: true }))['deleted']).to.have.length(1)
  })

  it('are deleted a thousand at a time, and no more', async () => {
    const objects = Array.from({ length: 1000 }, (_, n) => ({ key: `${'k'.repeat(1000)}${String(n)}` }))
    expect((await post('objects/delete', { objects })).body['deleted']).to.have.length(1000)
    expect((await post('objects/delete', { objects: [...objects, { key: 'one more' }] })).body).to.include({
      code: 'InvalidArgument',
    })
  })

  it('are written down in the audit trail when they change', async () => {
    await put('a')
    await post('object/tags', { key: 'a', tags: [] })
    const { entries } = (await browser.call('GET /audit?call=setObjectTags')).body as {
      readonly entries: readonly object[]
    }
    expect(entries[0]).to.deep.include({ outcome: 'done', subject: { name: 'photos', key: 'a', tags: [] } })
  })
})

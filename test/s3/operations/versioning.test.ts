import { expect } from 'chai'
import { S3Error } from '../../../src/core/errors.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../../core/projects.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

const caller = callerOf(alice)
let store: Awaited<ReturnType<typeof openTemporaryCore>>

const ask = (method: string, url: string, { headers = {}, body }: Rest = {}) =>
  call(store.core, caller, { method, url, headers, ...(body !== undefined && { body }) })
interface Rest {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const headerOf = ({ headers }: { readonly headers: readonly string[] }, name: string) =>
  headers.find((_, n) => n % 2 === 1 && headers[n - 1]?.toLowerCase() === name)
const setVersioning = (status: string, rest = '') =>
  ask('PUT', '/photos?versioning', {
    body: `<VersioningConfiguration><Status>${status}</Status>${rest}</VersioningConfiguration>`,
  })
/** Puts an object whose metadata tells it from others, and gives its version id. */
const put = async (key: string, note: string) =>
  headerOf(await ask('PUT', `/photos/${key}`, { headers: { 'x-amz-meta-note': note } }), 'x-amz-version-id')
const noteOf = async (url: string) => headerOf(await ask('HEAD', url), 'x-amz-meta-note')
const refusal = async (work: Promise<unknown>) => {
  const error = await rejection(work)
  if (error instanceof S3Error) return error
  throw error
}
const remove = (url: string) => ask('DELETE', url)
const list = async (query = '') => (await ask('GET', `/photos?versions${query}`)).body ?? ''
const elementsOf = (document: string, name: string) =>
  [...document.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g'))].map(([, text = '']) => text)

const open = async () => {
  store = await openTemporaryCore()
  await ask('PUT', '/photos')
}
const close = () => store.close()

describe('Bucket versioning on the wire', () => {
  before(open)
  after(close)

  it('is enabled and suspended', async () => {
    for (const status of ['Enabled', 'Suspended', 'Enabled']) {
      await setVersioning(status)
      expect((await ask('GET', '/photos?versioning')).body).to.include(`<Status>${status}</Status>`)
    }
  })

  it('refuses a status that is missing, and MFA delete', async () => {
    const empty = ask('PUT', '/photos?versioning', { body: '<VersioningConfiguration/>' })
    expect(await refusal(empty)).to.include({ code: 'IllegalVersioningConfigurationException', status: 400 })
    const withMfa = setVersioning('Enabled', '<MfaDelete>Enabled</MfaDelete>')
    expect(await refusal(withMfa)).to.include({ code: 'NotImplemented' })
  })
})

describe('An object in a bucket that never had versioning', () => {
  before(open)
  after(close)

  it('has no version id, but answers to null', async () => {
    expect(await put('k', 'only')).to.equal(undefined)
    expect(headerOf(await ask('GET', '/photos/k'), 'x-amz-version-id')).to.equal(undefined)
    expect(await noteOf('/photos/k?versionId=null')).to.equal('only')
    expect(await list()).to.include('<VersionId>null</VersionId>')
    const deleted = await remove('/photos/k')
    expect([headerOf(deleted, 'x-amz-version-id'), headerOf(deleted, 'x-amz-delete-marker')]).to.deep.equal([
      undefined,
      undefined,
    ])
    expect((await refusal(ask('GET', '/photos/k'))).headers).to.deep.equal({})
  })

  it('tells a version id that cannot be from one that does not exist', async () => {
    const unknown = '0'.repeat(32)
    for (const method of ['GET', 'HEAD', 'DELETE']) {
      for (const wrong of ['', 'nonsense', `${unknown}0`]) {
        const error = await refusal(ask(method, `/photos/k?versionId=${wrong}`))
        expect(error, method + wrong).to.include({ code: 'InvalidArgument', status: 400 })
      }
    }
    expect(await refusal(ask('GET', `/photos/k?versionId=${unknown}`))).to.include({ code: 'NoSuchVersion' })
    expect(await remove(`/photos/k?versionId=${unknown}`)).to.include({ status: 204 })
  })
})

describe('Versions of an object on the wire', () => {
  let ids: Readonly<Record<'one' | 'two' | 'marker', string>>
  beforeEach(async () => {
    await open()
    await put('k', 'null')
    await setVersioning('Enabled')
    const [one = '', two = ''] = [await put('k', 'one'), await put('k', 'two')]
    ids = { one, two, marker: headerOf(await remove('/photos/k'), 'x-amz-version-id') ?? '' }
  })
  afterEach(close)

  it('are read by their ids', async () => {
    expect(await noteOf(`/photos/k?versionId=${ids.one}`)).to.equal('one')
    expect(await noteOf(`/photos/k?versionId=${ids.two}`)).to.equal('two')
    const nullVersion = await ask('GET', '/photos/k?versionId=null')
    expect(headerOf(nullVersion, 'x-amz-version-id')).to.equal('null')
    expect(headerOf(nullVersion, 'x-amz-meta-note')).to.equal('null')
  })

  it('lie below a delete marker: 404 for the key, 405 for the marker itself', async () => {
    const hidden = await refusal(ask('GET', '/photos/k'))
    expect(hidden).to.include({ code: 'NoSuchKey', status: 404 })
    expect(hidden.headers).to.deep.equal({ 'x-amz-delete-marker': 'true', 'x-amz-version-id': ids.marker })
    const named = await refusal(ask('HEAD', `/photos/k?versionId=${ids.marker}`))
    expect(named).to.include({ code: 'MethodNotAllowed', status: 405 })
    expect(named.headers).to.include({ 'x-amz-delete-marker': 'true', Allow: 'DELETE' })
    expect(named.headers).to.have.property('Last-Modified')
    expect(await refusal(ask('GET', `/photos/k?tagging&versionId=${ids.marker}`))).to.include({ status: 405 })
  })

  it('come to light again when the delete marker goes, one after the other', async () => {
    const deleted = await remove(`/photos/k?versionId=${ids.marker}`)
    expect(headerOf(deleted, 'x-amz-delete-marker')).to.equal('true')
    expect(headerOf(deleted, 'x-amz-version-id')).to.equal(ids.marker)
    expect(await noteOf('/photos/k')).to.equal('two')
    expect(headerOf(await remove(`/photos/k?versionId=${ids.two}`), 'x-amz-delete-marker')).to.equal(
      undefined,
    )
    expect(await noteOf('/photos/k')).to.equal('one')
    await remove(`/photos/k?versionId=${ids.one}`)
    expect(await noteOf('/photos/k')).to.equal('null')
    await remove('/photos/k?versionId=null')
    expect((await refusal(ask('GET', '/photos/k'))).headers).to.deep.equal({})
  })

  it('have tags and an ACL of their own', async () => {
    const tagging = '<Tagging><TagSet><Tag><Key>a</Key><Value>1</Value></Tag></TagSet></Tagging>'
    const tagged = await ask('PUT', `/photos/k?tagging&versionId=${ids.one}`, { body: tagging })
    expect(headerOf(tagged, 'x-amz-version-id')).to.equal(ids.one)
    expect((await ask('GET', `/photos/k?tagging&versionId=${ids.one}`)).body).to.include('<Key>a</Key>')
    expect((await ask('GET', `/photos/k?tagging&versionId=${ids.two}`)).body).not.to.include('<Key>')
    await ask('PUT', `/photos/k?acl&versionId=${ids.two}`, { headers: { 'x-amz-acl': 'public-read' } })
    const read = (versionId: string) =>
      call(store.core, callerOf(bob), { method: 'GET', url: `/photos/k?versionId=${versionId}` })
    expect(await read(ids.two)).to.include({ status: 200 })
    expect(await refusal(read(ids.one))).to.include({ code: 'AccessDenied' })
  })

  it('are copied, the oldest too, and tell which one it was', async () => {
    const headers = { 'x-amz-copy-source': `/photos/k?versionId=${ids.one}` }
    const copied = await ask('PUT', '/photos/k', { headers })
    expect(headerOf(copied, 'x-amz-copy-source-version-id')).to.equal(ids.one)
    expect(headerOf(copied, 'x-amz-version-id')).not.to.be.oneOf([ids.one, undefined])
    expect(await noteOf('/photos/k')).to.equal('one')
    const marker = { 'x-amz-copy-source': `/photos/k?versionId=${ids.marker}` }
    expect(await refusal(ask('PUT', '/photos/l', { headers: marker }))).to.include({
      code: 'MethodNotAllowed',
    })
  })

  it('are listed with their markers, page by page', async () => {
    const whole = await list()
    expect(elementsOf(whole, 'VersionId')).to.have.members([ids.one, ids.two, ids.marker, 'null'])
    expect(elementsOf(whole, 'DeleteMarker')).to.have.length(1)
    expect(elementsOf(whole, 'DeleteMarker')[0]).to.include('<IsLatest>true</IsLatest>')
    expect(elementsOf(whole, 'Version').filter((text) => text.includes('<IsLatest>true'))).to.deep.equal([])
    const page = await list('&max-keys=2')
    expect(page).to.include(`<NextVersionIdMarker>${ids.two}</NextVersionIdMarker>`)
    expect(page).to.include('<NextKeyMarker>k</NextKeyMarker>')
    const rest = await list(`&key-marker=k&version-id-marker=${ids.two}`)
    expect(elementsOf(rest, 'VersionId')).to.deep.equal([ids.one, 'null'])
    expect(await refusal(list(`&version-id-marker=${ids.two}`))).to.include({ code: 'InvalidArgument' })
  })

  it('stand among their delete markers in a listing, the newest first', async () => {
    await put('k', 'three')
    const order = [...(await list()).matchAll(/<(Version|DeleteMarker)>/g)].map(([, element]) => element)
    expect(order).to.deep.equal(['Version', 'DeleteMarker', 'Version', 'Version', 'Version'])
  })

  it('keep the bucket from being deleted, and so does a delete marker', async () => {
    for (const id of [ids.two, ids.one, 'null']) {
      expect(await refusal(remove('/photos'))).to.include({ code: 'BucketNotEmpty' })
      await remove(`/photos/k?versionId=${id}`)
    }
    expect(await refusal(remove('/photos'))).to.include({ code: 'BucketNotEmpty' })
    await remove(`/photos/k?versionId=${ids.marker}`)
    expect(await remove('/photos')).to.include({ status: 204 })
  })

  it('are deleted many at a time, with markers in the answer', async () => {
    const object = (text: string) => `<Object>${text}</Object>`
    const named = (id: string) => object(`<Key>k</Key><VersionId>${id}</VersionId>`)
    const body = `<Delete>${named(ids.marker)}${named(ids.one)}${named('wrong')}${object('<Key>l</Key>')}</Delete>`
    const { body: answer = '' } = await ask('POST', '/photos?delete', { body })
    const [marker = '', version = '', made = ''] = elementsOf(answer, 'Deleted')
    expect(marker).to.include(`<DeleteMarkerVersionId>${ids.marker}</DeleteMarkerVersionId>`)
    expect(version).to.include(`<VersionId>${ids.one}</VersionId>`).and.not.to.include('DeleteMarker')
    expect(made).to.include('<DeleteMarker>true</DeleteMarker>').and.not.to.include('<VersionId>')
    expect(elementsOf(answer, 'Error')[0]).to.include('<Code>InvalidArgument</Code>')
    expect(await noteOf('/photos/k')).to.equal('two')
  })

  it('are replaced by the null version while versioning is suspended', async () => {
    await setVersioning('Suspended')
    expect(await put('k', 'new null')).to.equal(undefined)
    expect(elementsOf(await list(), 'VersionId')).to.have.members([ids.one, ids.two, ids.marker, 'null'])
    expect(headerOf(await ask('HEAD', '/photos/k'), 'x-amz-version-id')).to.equal('null')
    const deleted = await remove('/photos/k')
    expect(headerOf(deleted, 'x-amz-version-id')).to.equal('null')
    expect(headerOf(deleted, 'x-amz-delete-marker')).to.equal('true')
    expect(elementsOf(await list(), 'VersionId')).to.have.length(4)
  })

  it('count as what the bucket holds, markers do not', async () => {
    const bucket = await store.core.buckets.get(caller, 'photos')
    expect(await store.metadata.findUsage(bucket.id)).to.include({ objects: 3 })
    const { recorded, counted } = await store.metadata.auditUsage(bucket.id)
    expect(recorded).to.deep.equal(counted)
  })
})

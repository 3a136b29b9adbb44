import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { alice, bob, callerOf } from '../core/projects.ts'
import { openTwoProjects, type TwoProjects } from './two-projects.ts'

const everything = ['arn:aws:s3:::photos', 'arn:aws:s3:::photos/*']
const policyOf = (...statements: readonly object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({
      Effect: 'Allow',
      Principal: { AWS: bob.id },
      Action: 's3:*',
      Resource: everything,
      ...statement,
    })),
  })

describe('A bucket policy on the wire', () => {
  let store: TwoProjects
  before(async () => {
    store = await openTwoProjects()
    await store.alice('PUT', 'photos')
    await store.alice('PUT', 'photos/cat', { body: 'meow' })
  })
  after(() => store.close())

  const policy = { policy: '' }
  const putPolicy = async (...statements: readonly object[]) => {
    const { status, text } = await store.alice('PUT', 'photos', {
      query: policy,
      body: policyOf(...statements),
    })
    expect(status, text).to.equal(204)
  }
  const get = async (ask: TwoProjects['bob'], headers = {}) =>
    (await ask('GET', 'photos/cat', { headers })).status

  it('is put, read back word for word, and deleted', async () => {
    const body = policyOf({}).replace(':', ' :\n')
    expect(await store.alice('PUT', 'photos', { query: policy, body })).to.include({ status: 204 })
    const read = await store.alice('GET', 'photos', { query: policy })
    expect(read).to.include({ status: 200, text: body })
    expect(read.headers['content-type']).to.equal('application/json')
    expect(await store.alice('DELETE', 'photos', { query: policy })).to.include({ status: 204 })
    const gone = { status: 404, code: 'NoSuchBucketPolicy' }
    expect(await store.alice('GET', 'photos', { query: policy })).to.include(gone)
  })

  it('is refused when it is none, and then the old one holds', async () => {
    await putPolicy({})
    for (const body of ['{', policyOf({ Principal: { AWS: 'nobody' } }), policyOf({ Action: 's3:Fly' })]) {
      const told = await store.alice('PUT', 'photos', { query: policy, body })
      expect(told).to.include({ status: 400, code: 'MalformedPolicy' })
    }
    expect(await get(store.bob)).to.equal(200)
  })

  it('tells whether it is public', async () => {
    const isPublic = async () => (await store.alice('GET', 'photos', { query: { policyStatus: '' } })).text
    await putPolicy({})
    expect(await isPublic()).to.contain('<IsPublic>false</IsPublic>')
    await putPolicy({ Principal: '*' })
    expect(await isPublic()).to.contain('<IsPublic>true</IsPublic>')
    await store.alice('DELETE', 'photos', { query: policy })
    expect(await isPublic()).to.contain('<IsPublic>false</IsPublic>')
  })

  it('tells that an ACL makes the bucket public, unless such ACLs are ignored', async () => {
    const isPublic = async () =>
      (await store.alice('GET', 'photos', { query: { policyStatus: '' } })).text.includes('>true<')
    const acl = (canned: string) =>
      store.alice('PUT', 'photos', { query: { acl: '' }, headers: { 'x-amz-acl': canned } })
    await acl('authenticated-read')
    expect(await isPublic()).to.equal(true)
    await store.core.buckets.putPublicAccessBlock(callerOf(alice), 'photos', {
      blockPublicAcls: false,
      ignorePublicAcls: true,
      blockPublicPolicy: false,
      restrictPublicBuckets: false,
    })
    expect(await isPublic()).to.equal(false)
    await store.core.buckets.deletePublicAccessBlock(callerOf(alice), 'photos')
    await acl('private')
    expect(await isPublic()).to.equal(false)
  })

  it('lets other projects and the anonymous in, or keeps the owner out', async () => {
    await putPolicy({})
    expect([await get(store.bob), await get(store.anonymous)]).to.deep.equal([200, 403])
    await putPolicy({ Principal: '*', Action: 's3:GetObject', Resource: everything[1] })
    expect([await get(store.bob), await get(store.anonymous)]).to.deep.equal([200, 200])
    await putPolicy({ Principal: '*', Effect: 'Deny' })
    expect([await get(store.alice), await get(store.bob)]).to.deep.equal([403, 403])
    await putPolicy({})
    expect(await get(store.alice)).to.equal(200)
  })

  it("is the owner's business, even where others may change it", async () => {
    await putPolicy({})
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? policyOf({}) : ''
      const told = await store.bob(method, 'photos', { query: policy, body })
      expect(told, method).to.include({ status: 405, code: 'MethodNotAllowed' })
    }
  })

  it('asks for what a listing asks for', async () => {
    await putPolicy({
      Action: 's3:ListBucket',
      Resource: everything[0],
      Condition: {
        StringLike: { 's3:prefix': 'c*' },
        StringEquals: { 's3:delimiter': '/' },
        NumericLessThanEquals: { 's3:max-keys': 10 },
      },
    })
    const list = async (query: Readonly<Record<string, string>>) =>
      (await store.bob('GET', 'photos', { query: { 'list-type': '2', ...query } })).status
    expect(await list({ prefix: 'ca', delimiter: '/', 'max-keys': '10' })).to.equal(200)
    expect(await list({ prefix: 'd', delimiter: '/', 'max-keys': '10' })).to.equal(403)
    expect(await list({ prefix: 'ca', 'max-keys': '10' })).to.equal(403)
    expect(await list({ prefix: 'ca', delimiter: '/', 'max-keys': '11' })).to.equal(403)
    expect(await list({ prefix: 'ca', delimiter: '/' })).to.equal(403)
  })

  it('asks for headers and for where a request comes from', async () => {
    const openTo = (condition: object) => putPolicy({ Principal: '*', Condition: condition })
    await openTo({ StringLike: { 'aws:Referer': 'https://example.org/*' } })
    expect(await get(store.anonymous, { referer: 'https://example.org/a' })).to.equal(200)
    expect(await get(store.anonymous)).to.equal(403)
    await openTo({ IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } })
    expect(await get(store.anonymous)).to.equal(200)
    await openTo({ NotIpAddress: { 'aws:SourceIp': '127.0.0.0/8' } })
    expect(await get(store.anonymous)).to.equal(403)
    await openTo({ Bool: { 'aws:SecureTransport': 'false' } })
    expect(await get(store.anonymous)).to.equal(200)
  })

  it('asks for the tags of an object, and of what a request makes of it', async () => {
    const tagging = (value: string) =>
      `<Tagging><TagSet><Tag><Key>open</Key><Value>${value}</Value></Tag></TagSet></Tagging>`
    const tag = (ask: TwoProjects['bob'], value: string) =>
      ask('PUT', 'photos/cat', { query: { tagging: '' }, body: tagging(value) })
    await putPolicy({ Action: 's3:GetObject', Resource: everything[1], Condition: existing('yes') })
    await tag(store.alice, 'yes')
    expect(await get(store.bob)).to.equal(200)
    await tag(store.alice, 'no')
    expect(await get(store.bob)).to.equal(403)
    const Condition = { StringEquals: { 's3:RequestObjectTag/open': 'yes' } }
    await putPolicy({ Action: 's3:PutObjectTagging', Resource: everything[1], Condition })
    expect(await tag(store.bob, 'no')).to.include({ status: 403 })
    expect(await tag(store.bob, 'yes')).to.include({ status: 200 })
  })
  const existing = (open: string) => ({ StringEquals: { 's3:ExistingObjectTag/open': open } })

  it('has to allow each thing that an upload asks for', async () => {
    const put = async (headers: Readonly<Record<string, string>>) =>
      (await store.bob('PUT', 'photos/dog', { headers, body: 'woof' })).status
    const asked = { 'x-amz-tagging': 'a=1' }
    const open = { 'x-amz-acl': 'public-read' }
    const objects = { Resource: everything[1] }
    await putPolicy({ Action: 's3:PutObject', ...objects })
    expect([await put({}), await put(asked), await put(open)]).to.deep.equal([200, 403, 403])
    expect(await put({ 'x-amz-acl': 'bucket-owner-full-control' })).to.equal(200)
    await putPolicy({ Action: ['s3:PutObject', 's3:PutObjectTagging'], ...objects })
    expect([await put(asked), await put(open)]).to.deep.equal([200, 403])
    await putPolicy({ Action: ['s3:PutObject', 's3:PutObjectAcl'], ...objects })
    expect([await put(asked), await put(open)]).to.deep.equal([403, 200])
    const started = await store.bob('POST', 'photos/dog', { query: { uploads: '' }, headers: asked })
    expect(started.status).to.equal(403)
  })

  it('is asked for the source of a copy as well', async () => {
    await store.bob('PUT', 'bobs')
    const copy = async () =>
      (await store.bob('PUT', 'bobs/cat', { headers: { 'x-amz-copy-source': 'photos/cat' } })).status
    await putPolicy({ Action: 's3:GetObject', Resource: everything[1] })
    await store.alice('DELETE', 'photos/cat', { query: { tagging: '' } })
    expect(await copy()).to.equal(200)
    await store.alice('PUT', 'photos/cat', { body: 'meow', headers: { 'x-amz-tagging': 'a=1' } })
    expect(await copy()).to.equal(403)
    await putPolicy({ Action: ['s3:GetObject', 's3:GetObjectTagging'], Resource: everything[1] })
    expect(await copy()).to.equal(200)
    await putPolicy({ Action: 's3:ListBucket', Resource: everything[0] })
    expect(await copy()).to.equal(403)
  })

  it('is asked for each key of many that are to be deleted', async () => {
    for (const key of ['a/1', 'b/1']) await store.alice('PUT', `photos/${key}`, { body: 'x' })
    await putPolicy({ Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::photos/a/*' })
    const objects = ['a/1', 'b/1'].map((key) => `<Object><Key>${key}</Key></Object>`).join('')
    const body = `<Delete>${objects}</Delete>`
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
    const { status, text } = await store.bob('POST', 'photos', { query: { delete: '' }, headers, body })
    expect(status).to.equal(200)
    expect(text).to.contain('<Deleted><Key>a/1</Key>')
    expect(text).to.match(/<Error><Key>b\/1<\/Key>.*<Code>AccessDenied<\/Code>/s)
    expect(await store.alice('GET', 'photos/b/1')).to.include({ status: 200 })
  })

  it('tells of a missing key only those who may list', async () => {
    await putPolicy({ Action: 's3:GetObject', Resource: everything[1] })
    expect(await store.bob('GET', 'photos/none')).to.include({ status: 403 })
    await putPolicy({})
    expect(await store.bob('GET', 'photos/none')).to.include({ status: 404 })
  })
})

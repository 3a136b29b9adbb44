import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../../core/projects.ts'
import { openTemporaryCore } from '../../core/temporary-core.ts'
import { call } from './call.ts'

const caller = callerOf(alice)
let store: Awaited<ReturnType<typeof openTemporaryCore>>

const open = async () => {
  store = await openTemporaryCore()
  await store.core.buckets.create(caller, 'vault', { acl: {}, locationConstraint: undefined })
}
interface Given {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}
const ask = (method: string, url: string, given: Given = {}) =>
  call(store.core, caller, { method, url, ...given })
/** What an answer's headers tell of encryption, without the prefix. */
const told = ({ headers }: Awaited<ReturnType<typeof ask>>) => {
  const found: Record<string, string> = {}
  for (const [n, name] of headers.entries()) {
    const [, suffix] = /^x-amz-server-side-encryption(.*)$/i.exec(name) ?? []
    if (n % 2 === 0 && suffix !== undefined) found[suffix.slice(1).toLowerCase()] = headers[n + 1] ?? ''
  }
  return found
}
const key = Buffer.alloc(32, 'k')
const customerHeaders = (prefix = 'x-amz') => ({
  [`${prefix}-server-side-encryption-customer-algorithm`]: 'AES256',
  [`${prefix}-server-side-encryption-customer-key`]: key.toString('base64'),
  [`${prefix}-server-side-encryption-customer-key-md5`]: createHash('md5').update(key).digest('base64'),
})

describe('Encryption of objects on the wire', () => {
  beforeEach(open)
  afterEach(() => store.close())
  const put = (headers: Given['headers']) => ask('PUT', '/vault/k', { headers: headers ?? {}, body: 'text' })

  it('is told nothing of where there is none', async () => {
    expect(told(await put({}))).to.deep.equal({})
    expect(told(await ask('GET', '/vault/k'))).to.deep.equal({})
  })

  it('is told by writing and reading with SSE-S3', async () => {
    expect(told(await put({ 'x-amz-server-side-encryption': 'AES256' }))).to.deep.equal({ '': 'AES256' })
    for (const method of ['GET', 'HEAD'])
      expect(told(await ask(method, '/vault/k'))).to.deep.equal({ '': 'AES256' })
  })

  it('is told with its key with SSE-KMS, and with the context only by writing', async () => {
    const { id } = await store.core.kmsKeys.create({ project: 'alice' })
    const context = Buffer.from('{"a":"b"}').toString('base64')
    const headers = {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': id,
      'x-amz-server-side-encryption-context': context,
      'x-amz-server-side-encryption-bucket-key-enabled': 'true',
    }
    const arn = `arn:aws:kms:us-east-1:${alice.id}:key/${id}`
    const read = { '': 'aws:kms', 'aws-kms-key-id': arn, 'bucket-key-enabled': 'true' }
    expect(told(await put(headers))).to.deep.equal({ ...read, context })
    expect(told(await ask('GET', '/vault/k'))).to.deep.equal(read)
  })

  it("is told with the MD5 of the customer's key with SSE-C, through copies too", async () => {
    const shown = {
      'customer-algorithm': 'AES256',
      'customer-key-md5': createHash('md5').update(key).digest('base64'),
    }
    expect(told(await put(customerHeaders()))).to.deep.equal(shown)
    expect(told(await ask('HEAD', '/vault/k', { headers: customerHeaders() }))).to.deep.equal(shown)
    expect(await rejection(ask('HEAD', '/vault/k'))).to.include({ code: 'InvalidRequest' })
    const copy = {
      'x-amz-copy-source': 'vault/k',
      ...customerHeaders(),
      ...customerHeaders('x-amz-copy-source'),
    }
    expect(told(await ask('PUT', '/vault/copy', { headers: copy }))).to.deep.equal(shown)
    const attributes = { 'x-amz-object-attributes': 'ObjectSize' }
    const describe = (headers: object) =>
      ask('GET', '/vault/copy?attributes', { headers: { ...attributes, ...headers } })
    expect((await describe(customerHeaders())).body).to.contain('<ObjectSize>4</ObjectSize>')
    expect(await rejection(describe({}))).to.include({ code: 'InvalidRequest' })
  })

  it('is asked for by writing only', async () => {
    await put({})
    const headers = { 'x-amz-server-side-encryption': 'AES256' }
    for (const method of ['GET', 'HEAD'])
      expect(await rejection(ask(method, '/vault/k', { headers }))).to.include({ code: 'InvalidArgument' })
  })

  it('can be put under another key', async () => {
    const { id } = await store.core.kmsKeys.create({ project: 'alice' })
    const arn = `arn:aws:kms:us-east-1:${alice.id}:key/${id}`
    const update = (name: string) =>
      ask('PUT', '/vault/k?encryption', {
        body: `<ObjectEncryption><SSE-KMS><KMSKeyArn>${name}</KMSKeyArn></SSE-KMS></ObjectEncryption>`,
      })
    await put({ 'x-amz-server-side-encryption': 'AES256' })
    expect(await update(arn)).to.include({ status: 200 })
    expect(told(await ask('HEAD', '/vault/k'))).to.deep.equal({ '': 'aws:kms', 'aws-kms-key-id': arn })
    expect(await rejection(update(id))).to.include({ code: 'InvalidArgument' })
  })

  it('lasts through a multipart upload', async () => {
    const headers = { 'x-amz-server-side-encryption': 'AES256' }
    const created = await ask('POST', '/vault/k?uploads', { headers })
    expect(told(created)).to.deep.equal({ '': 'AES256' })
    const [, id = ''] = /<UploadId>(.*)<\/UploadId>/.exec(created.body ?? '') ?? []
    const part = await ask('PUT', `/vault/k?partNumber=1&uploadId=${id}`, { body: 'text' })
    expect(told(part)).to.deep.equal({ '': 'AES256' })
    const etag = part.headers[part.headers.indexOf('ETag') + 1] ?? ''
    const body = `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>${etag}</ETag></Part></CompleteMultipartUpload>`
    expect(told(await ask('POST', `/vault/k?uploadId=${id}`, { body }))).to.deep.equal({ '': 'AES256' })
    expect(told(await ask('HEAD', '/vault/k'))).to.deep.equal({ '': 'AES256' })
  })
})

describe('The default encryption of a bucket', () => {
  beforeEach(open)
  afterEach(() => store.close())
  const configure = (rules: string) =>
    ask('PUT', '/vault?encryption', {
      body: `<ServerSideEncryptionConfiguration>${rules}</ServerSideEncryptionConfiguration>`,
    })
  const byDefault = (members: string) =>
    `<ApplyServerSideEncryptionByDefault>${members}</ApplyServerSideEncryptionByDefault>`
  const put = (headers = {}) => ask('PUT', '/vault/k', { headers, body: 'text' })

  it('is put, read back as it was, and deleted', async () => {
    const rule = `<Rule>${byDefault('<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID>')}<BucketKeyEnabled>true</BucketKeyEnabled><BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes></Rule>`
    expect(await configure(rule)).to.include({ status: 200 })
    expect((await ask('GET', '/vault?encryption')).body).to.contain(rule)
    expect(await ask('DELETE', '/vault?encryption')).to.include({ status: 204 })
    expect(await rejection(ask('GET', '/vault?encryption'))).to.include({
      code: 'ServerSideEncryptionConfigurationNotFoundError',
    })
  })

  it('is applied to what asks for nothing, and yields to what does', async () => {
    await configure(
      `<Rule>${byDefault('<SSEAlgorithm>aws:kms</SSEAlgorithm>')}<BucketKeyEnabled>true</BucketKeyEnabled></Rule>`,
    )
    expect(told(await put())).to.include({ '': 'aws:kms', 'bucket-key-enabled': 'true' })
    expect(told(await put({ 'x-amz-server-side-encryption': 'AES256' }))).to.deep.equal({ '': 'AES256' })
    expect(told(await put(customerHeaders()))).to.have.property('customer-algorithm')
  })

  it('can forbid keys of customers', async () => {
    await configure(
      '<Rule><BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes></Rule>',
    )
    expect(await rejection(put(customerHeaders()))).to.include({ code: 'AccessDenied' })
    expect(told(await put())).to.deep.equal({})
  })

  it('has one rule, with a key only for aws:kms', async () => {
    const rule = (members: string) => `<Rule>${byDefault(members)}</Rule>`
    const s3 = rule('<SSEAlgorithm>AES256</SSEAlgorithm>')
    expect(await rejection(configure(s3 + s3))).to.include({ code: 'MalformedXML' })
    expect(await rejection(configure(rule('<SSEAlgorithm>ROT13</SSEAlgorithm>')))).to.include({
      code: 'MalformedXML',
    })
    const wrong = rule('<SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID>')
    expect(await rejection(configure(wrong))).to.include({ code: 'InvalidArgument' })
    const dual = rule('<SSEAlgorithm>aws:kms:dsse</SSEAlgorithm>')
    expect(await rejection(configure(dual))).to.include({ code: 'NotImplemented' })
  })
})

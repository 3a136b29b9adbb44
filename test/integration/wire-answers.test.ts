import { expect } from 'chai'
import { createClient, signedHead, type Answer, type Client } from '../support/signed-request.ts'
import { openRaw, rawHead } from '../support/raw-connection.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { textOf } from '../support/xml-text.ts'

const httpDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

describe('an answer of the S3 face', () => {
  let server: TestServer
  let client: Client

  before(async () => {
    server = await startServer({ settings: { SEAU_REGION: 'eu-test-1' } })
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'bucket' })
    await client.send({ method: 'PUT', path: 'bucket/key', body: 'content' })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const send = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
    client.send({ method, path, headers, body })
  const refusal = ({ status, body }: Answer) => [status, textOf(body, 'Code')]

  it('tells its time and id, whatever it says', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['GET', 'bucket/key'],
      ['HEAD', 'bucket/absent'],
      ['DELETE', 'bucket/absent'],
    ] as const) {
      const { headers } = await send(method, path)
      expect(headers.date).to.match(httpDate)
      expect(headers['x-amz-request-id']).to.match(/^\w{16}$/)
      expect(headers['x-amz-id-2']).to.be.a('string')
    }
  })

  it('describes an object alike for GET and HEAD', async () => {
    const [get, head] = [await send('GET', 'bucket/key'), await send('HEAD', 'bucket/key')]
    for (const { status, headers } of [get, head]) {
      expect(status).to.equal(200)
      expect(headers.etag).to.equal('"9a0364b9e99bb480dd25e1f0284c8555"')
      expect(headers['last-modified']).to.match(httpDate)
      expect(headers['content-length']).to.equal('7')
      expect(headers['accept-ranges']).to.equal('bytes')
    }
    expect(head.body).to.have.length(0)
  })

  it('to an unknown method names the known ones', async () => {
    const object = await send('PATCH', 'bucket/key')
    expect(refusal(object)).to.deep.equal([405, 'MethodNotAllowed'])
    expect(object.headers.allow).to.equal('DELETE, GET, HEAD, PUT')
    expect(textOf(object.body, 'ResourceType')).to.equal('OBJECT')
    const acl = await client.send({ method: 'DELETE', path: 'bucket', query: { acl: '' } })
    expect([acl.status, acl.headers.allow]).to.deep.equal([405, 'GET, PUT'])
  })

  it('to HeadBucket gives the region even when it refuses', async () => {
    const refused = await fetch(`${server.url}/bucket`, { method: 'HEAD' })
    expect([refused.status, refused.headers.get('x-amz-bucket-region')]).to.deep.equal([403, 'eu-test-1'])
    expect((await send('HEAD', 'bucket')).headers['x-amz-bucket-region']).to.equal('eu-test-1')
    expect((await send('HEAD', 'absent')).headers['x-amz-bucket-region']).to.equal(undefined)
  })

  it('to a clock that is off tells the time', async () => {
    const { path, headers } = signedHead(server, {
      method: 'GET',
      path: 'bucket/key',
      headers: { 'X-Amz-Date': '20200101T000000Z' },
    })
    const connection = openRaw(server.url)
    connection.send(rawHead(`GET ${path} HTTP/1.1`, headers))
    const answer = await connection.answer()
    connection.destroy()
    expect([answer.status, textOf(answer.body, 'Code')]).to.deep.equal([403, 'RequestTimeTooSkewed'])
    expect(Date.parse(textOf(answer.body, 'ServerTime') ?? '')).to.be.closeTo(Date.now(), 10_000)
  })

  it('is AccessDenied when the bucket is not whose it is thought to be', async () => {
    const acl = await client.send({ method: 'GET', path: 'bucket', query: { acl: '' } })
    const owner = textOf(acl.body, 'ID') ?? ''
    const expecting = (id: string) => ({ 'x-amz-expected-bucket-owner': id })
    expect((await send('GET', 'bucket/key', expecting(owner))).status).to.equal(200)
    expect(refusal(await send('GET', 'bucket/key', expecting(`${owner}0`)))).to.deep.equal([
      403,
      'AccessDenied',
    ])
    expect(refusal(await send('PUT', 'bucket/new', expecting('111122223333'), 'x'))[0]).to.equal(403)
    expect((await send('GET', 'bucket/new')).status).to.equal(404)
    const copy = { 'x-amz-copy-source': 'bucket/key', 'x-amz-source-expected-bucket-owner': '111122223333' }
    expect(refusal(await send('PUT', 'bucket/copy', copy))).to.deep.equal([403, 'AccessDenied'])
    const rightCopy = { ...copy, 'x-amz-source-expected-bucket-owner': owner }
    expect((await send('PUT', 'bucket/copy', rightCopy)).status).to.equal(200)
  })

  it('does not mind who pays', async () => {
    expect((await send('GET', 'bucket/key', { 'x-amz-request-payer': 'requester' })).status).to.equal(200)
  })

  it('is NotImplemented to what would be promised and not kept', async () => {
    for (const headers of [
      { 'x-amz-server-side-encryption': 'aws:kms:dsse' },
      { 'x-amz-object-lock-event-hold': 'ON' },
    ]) {
      expect(refusal(await send('PUT', 'bucket/protected', headers, 'x'))).to.deep.equal([
        501,
        'NotImplemented',
      ])
    }
    expect((await send('GET', 'bucket/protected')).status).to.equal(404)
  })

  it('accepts a header that declines what is not there', async () => {
    expect((await send('PUT', 'unlocked', { 'x-amz-bucket-object-lock-enabled': 'false' })).status).to.equal(
      200,
    )
    expect(
      (await send('DELETE', 'bucket/absent', { 'x-amz-bypass-governance-retention': 'true' })).status,
    ).to.equal(204)
  })

  it('is InvalidStorageClass to a class that S3 has not', async () => {
    const cold = { 'x-amz-storage-class': 'COLD' }
    expect(refusal(await send('PUT', 'bucket/cold', cold, 'x'))).to.deep.equal([400, 'InvalidStorageClass'])
    const kept = { 'x-amz-storage-class': 'STANDARD_IA' }
    expect((await send('PUT', 'bucket/kept', kept, 'x')).status).to.equal(200)
    expect((await send('HEAD', 'bucket/kept')).headers['x-amz-storage-class']).to.equal('STANDARD_IA')
  })
})

import { expect } from 'chai'
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../support/broker.ts'
import { createClient, type Answer, type Client } from '../support/signed-request.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'
import { textOf } from '../support/xml-text.ts'

interface RuleOptions {
  readonly arn: string
  readonly filter?: string
  readonly markers?: 'Enabled' | 'Disabled'
}

const configuration = ({ arn, filter = '<Filter/>', markers = 'Enabled' }: RuleOptions) =>
  `<ReplicationConfiguration><Role>arn:aws:iam::1:role/r</Role><Rule><ID>one</ID><Priority>1</Priority><Status>Enabled</Status>${filter}` +
  `<DeleteMarkerReplication><Status>${markers}</Status></DeleteMarkerReplication><Destination><Bucket>${arn}</Bucket></Destination></Rule></ReplicationConfiguration>`

const versioning = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'

const remoteUrl = ({ url: base }: Pick<TestServer, 'url'>, bucket: string) => {
  const url = new URL(`${base}/${bucket}`)
  Object.assign(url, { username: rootKey.accessKeyId, password: rootKey.secretAccessKey })
  return url.href
}

/** Asks until the answer is as wanted. */
async function eventually(
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (isWanted(answer)) return answer
    await sleep(50)
  }
}

const makeBucket = async (client: Client, bucket: string) => {
  await client.send({ method: 'PUT', path: bucket })
  await client.send({ method: 'PUT', path: bucket, query: { versioning: '' }, body: versioning })
}
const putRules = (client: Client, bucket: string, options: RuleOptions) => {
  const body = configuration(options)
  const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
  return client.send({ method: 'PUT', path: bucket, query: { replication: '' }, headers, body })
}
const head = (client: Client, path: string) => () => client.send({ method: 'HEAD', path })
const statusOf = ({ headers }: Answer) => headers['x-amz-replication-status']

describe('replication', function () {
  this.timeout(20_000)
  let here: TestServer
  let away: TestServer
  let client: Client
  let remote: Client

  before(async () => {
    away = await startServer()
    remote = createClient(away)
    here = await startServer({ settings: { SEAU_REPLICATE_AWAY: remoteUrl(away, 'mirror') } })
    client = createClient(here)
    await makeBucket(remote, 'mirror')
    for (const bucket of ['source', 'target', 'far']) await makeBucket(client, bucket)
    await putRules(client, 'source', { arn: 'arn:aws:s3:::target' })
    await putRules(client, 'far', { arn: 'arn:seau:s3:::away' })
  })
  after(async () => {
    client.close()
    remote.close()
    await here.close()
    await away.close()
  })

  it('needs versioning on both sides, and a destination that exists', async () => {
    await client.send({ method: 'PUT', path: 'plain' })
    const messageOf = async (bucket: string, arn: string) =>
      textOf((await putRules(client, bucket, { arn })).body.toString(), 'Message')
    expect(await messageOf('plain', 'arn:aws:s3:::target')).to.match(/^Versioning must be 'Enabled'/)
    expect(await messageOf('source', 'arn:aws:s3:::plain')).to.match(/must have versioning enabled/)
    expect(await messageOf('source', 'arn:aws:s3:::nowhere')).to.match(/must exist/)
    expect(await messageOf('source', 'arn:seau:s3:::nobody')).to.match(/not configured/)
  })

  it('is read back as it was put, and deleted', async () => {
    await makeBucket(client, 'shown')
    const filter = '<Filter><And><Prefix>a/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter>'
    await putRules(client, 'shown', { arn: 'arn:aws:s3:::target', filter, markers: 'Disabled' })
    const ask = (method: string) => client.send({ method, path: 'shown', query: { replication: '' } })
    const document = (await ask('GET')).body.toString()
    for (const [element, value] of [
      ['ID', 'one'],
      ['Role', 'arn:aws:iam::1:role/r'],
      ['Prefix', 'a/'],
      ['Value', 'v'],
      ['Bucket', 'arn:aws:s3:::target'],
    ] as const)
      expect(textOf(document, element)).to.equal(value)
    expect((await ask('DELETE')).status).to.equal(204)
    expect(textOf((await ask('GET')).body.toString(), 'Code')).to.equal(
      'ReplicationConfigurationNotFoundError',
    )
  })

  it('copies an object with all that belongs to it, and tells on both sides how it stands', async () => {
    const headers = {
      'content-type': 'text/plain',
      'x-amz-meta-who': 'me',
      'x-amz-tagging': 'a=b',
      'cache-control': 'no-store',
    }
    const stored = await client.send({ method: 'PUT', path: 'source/a b/é', headers, body: 'hello' })
    expect(stored.status).to.equal(200)
    const copy = await eventually(head(client, 'target/a b/é'), ({ status }) => status === 200)
    expect(copy.headers).to.include({
      'content-type': 'text/plain',
      'x-amz-meta-who': 'me',
      'x-amz-tagging-count': '1',
      'cache-control': 'no-store',
      etag: stored.headers.etag,
      'x-amz-replication-status': 'REPLICA',
    })
    await eventually(head(client, 'source/a b/é'), (answer) => statusOf(answer) === 'COMPLETED')
  })

  it('is pending while the destination cannot take the copy', async () => {
    await makeBucket(client, 'waiting')
    await makeBucket(client, 'gone')
    await putRules(client, 'waiting', { arn: 'arn:aws:s3:::gone' })
    await client.send({ method: 'DELETE', path: 'gone' })
    await client.send({ method: 'PUT', path: 'waiting/k', body: 'x' })
    await sleep(700)
    expect(statusOf(await head(client, 'waiting/k')())).to.equal('PENDING')
    await makeBucket(client, 'gone')
    await eventually(head(client, 'waiting/k'), (answer) => statusOf(answer) === 'COMPLETED')
  })

  it('leaves out what the filter leaves out', async () => {
    await makeBucket(client, 'picky')
    const filter = '<Filter><Tag><Key>copy</Key><Value>yes</Value></Tag></Filter>'
    await putRules(client, 'picky', { arn: 'arn:aws:s3:::target', filter, markers: 'Disabled' })
    await client.send({ method: 'PUT', path: 'picky/no', body: 'x' })
    await client.send({
      method: 'PUT',
      path: 'picky/yes',
      headers: { 'x-amz-tagging': 'copy=yes' },
      body: 'x',
    })
    await eventually(head(client, 'target/yes'), ({ status }) => status === 200)
    expect((await head(client, 'target/no')()).status).to.equal(404)
    expect(statusOf(await head(client, 'picky/no')())).to.equal(undefined)
  })

  it('copies delete markers, and no deletion of a version', async () => {
    const { headers } = await client.send({ method: 'PUT', path: 'source/d', body: 'x' })
    await eventually(head(client, 'target/d'), ({ status }) => status === 200)
    const versionId = String(headers['x-amz-version-id'])
    await client.send({ method: 'DELETE', path: 'source/d', query: { versionId } })
    await client.send({ method: 'PUT', path: 'source/d2', body: 'x' })
    await client.send({ method: 'DELETE', path: 'source/d2' })
    const gone = await eventually(
      head(client, 'target/d2'),
      (answer) => 'x-amz-delete-marker' in answer.headers,
    )
    expect(gone.status).to.equal(404)
    expect((await head(client, 'target/d')()).status).to.equal(200)
  })

  it('copies to another server', async () => {
    const headers = { 'x-amz-meta-who': '=?UTF-8?B?bcOp?=', 'x-amz-tagging': 'a=b%2B' }
    const body = randomBytes(100_000)
    const stored = await client.send({ method: 'PUT', path: 'far/x/y z+', headers, body })
    expect(stored.status).to.equal(200)
    const copy = await eventually(head(remote, 'mirror/x/y z+'), ({ status }) => status === 200)
    expect(copy.headers).to.include({
      etag: stored.headers.etag,
      'x-amz-tagging-count': '1',
      'x-amz-meta-who': '=?UTF-8?B?bcOp?=',
      'x-amz-replication-status': 'REPLICA',
    })
    const read = await remote.send({ method: 'GET', path: 'mirror/x/y z+' })
    expect(read.body.equals(body)).to.be.true
    await eventually(head(client, 'far/x/y z+'), (answer) => statusOf(answer) === 'COMPLETED')
    await client.send({ method: 'DELETE', path: 'far/x/y z+' })
    await eventually(head(remote, 'mirror/x/y z+'), (answer) => 'x-amz-delete-marker' in answer.headers)
  })

  it('copies a multipart object in its parts, so that it keeps its ETag', async () => {
    const path = 'far/parts'
    const created = await client.send({ method: 'POST', path, query: { uploads: '' } })
    const uploadId = textOf(created.body.toString(), 'UploadId')
    const etags: string[] = []
    for (const [n, size] of [5 << 20, 10].entries()) {
      const query = { partNumber: String(n + 1), uploadId }
      const part = await client.send({ method: 'PUT', path, query, body: randomBytes(size) })
      etags.push(String(part.headers.etag))
    }
    const parts = etags.map(
      (etag, n) => `<Part><PartNumber>${String(n + 1)}</PartNumber><ETag>${etag}</ETag></Part>`,
    )
    const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
    await client.send({ method: 'POST', path, query: { uploadId }, body })
    const copy = await eventually(head(remote, 'mirror/parts'), ({ status }) => status === 200)
    expect(copy.headers.etag).to.equal((await head(client, path)()).headers.etag)
    expect(copy.headers.etag).to.match(/-2"$/)
  })
})

describe('replication between two servers in both directions', function () {
  this.timeout(20_000)

  it('copies each object and each deletion once', async () => {
    const port = await freePort()
    const first = await startServer({
      settings: { SEAU_REPLICATE_OTHER: remoteUrl({ url: `http://127.0.0.1:${String(port)}` }, 'both') },
    })
    const second = await startServer({
      settings: { SEAU_PORT: String(port), SEAU_REPLICATE_OTHER: remoteUrl(first, 'both') },
    })
    const [one, other] = [createClient(first), createClient(second)]
    for (const client of [one, other]) {
      await makeBucket(client, 'both')
      expect((await putRules(client, 'both', { arn: 'arn:seau:s3:::other' })).status).to.equal(200)
    }
    await one.send({ method: 'PUT', path: 'both/k', body: 'x' })
    await eventually(head(other, 'both/k'), ({ status }) => status === 200)
    await one.send({ method: 'DELETE', path: 'both/k' })
    await eventually(head(other, 'both/k'), ({ status }) => status === 404)
    await sleep(1200)
    for (const client of [one, other]) {
      const { body } = await client.send({ method: 'GET', path: 'both', query: { versions: '' } })
      expect(body.toString().match(/<VersionId>/g)).to.have.length(2)
      client.close()
    }
    for (const server of [first, second]) await server.close()
  })
})

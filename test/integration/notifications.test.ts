import { expect } from 'chai'
import { createHmac } from 'node:crypto'
import { createClient, type Client } from '../support/signed-request.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { startWebReceiver, type WebReceiver } from '../support/web-receiver.ts'
import { textOf } from '../support/xml-text.ts'

interface Record {
  readonly eventName: string
  readonly userIdentity: { readonly principalId: string }
  readonly requestParameters: { readonly sourceIPAddress: string }
  readonly responseElements: { readonly 'x-amz-request-id': string }
  readonly s3: {
    readonly configurationId: string
    readonly bucket: object
    readonly object: { readonly key: string; readonly versionId?: string; readonly sequencer: string }
  }
}

const configuration = (events: string, filter = '', arn = 'arn:seau:sqs::hook:webhook') =>
  `<NotificationConfiguration><QueueConfiguration><Id>one</Id><Queue>${arn}</Queue><Event>${events}</Event>${filter}</QueueConfiguration></NotificationConfiguration>`

const prefixed = (prefix: string) =>
  `<Filter><S3Key><FilterRule><Name>prefix</Name><Value>${prefix}</Value></FilterRule></S3Key></Filter>`

describe('notifications', function () {
  this.timeout(20_000)
  let receiver: WebReceiver
  let server: TestServer
  let client: Client

  before(async () => {
    receiver = await startWebReceiver()
    server = await startServer({ settings: { SEAU_NOTIFY_HOOK: `${receiver.url}#s3cret` } })
    client = createClient(server)
  })
  after(async () => {
    client.close()
    await server.close()
    await receiver.close()
  })

  const put = (bucket: string, body: string, headers = {}) =>
    client.send({ method: 'PUT', path: bucket, query: { notification: '' }, headers, body })
  const bucketWith = async (bucket: string, body: string) => {
    await client.send({ method: 'PUT', path: bucket })
    const answer = await put(bucket, body, { 'x-amz-skip-destination-validation': 'true' })
    expect(answer.status, answer.body.toString()).to.equal(200)
  }
  const recordsFrom = async (start: number, count: number) =>
    (await receiver.wait(start + count))
      .slice(start)
      .map(({ body }) => (JSON.parse(body) as { Records: readonly [Record] }).Records[0])

  it('send a signed test event when they are configured', async () => {
    const start = receiver.received.length
    await client.send({ method: 'PUT', path: 'tested' })
    expect((await put('tested', configuration('s3:ObjectCreated:*'))).status).to.equal(200)
    const [test] = (await receiver.wait(start + 1)).slice(start)
    const { body = '', headers = {} } = test ?? {}
    expect(JSON.parse(body)).to.include({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'tested' })
    const stamp = String(headers['x-seau-timestamp'])
    const signature = createHmac('sha256', 's3cret').update(`${stamp}.${body}`).digest('hex')
    expect(headers['x-seau-signature']).to.equal(`sha256=${signature}`)
  })

  it('are refused when the target does not take the test event', async () => {
    receiver.answerWith(500)
    const answer = await put('tested', configuration('s3:ObjectCreated:*'))
    receiver.answerWith(200)
    expect(answer.status).to.equal(400)
    expect(textOf(answer.body.toString(), 'Message')).to.equal(
      'Unable to validate the following destination configurations',
    )
  })

  it('are refused for a target that nobody has configured', async () => {
    const answer = await put(
      'tested',
      configuration('s3:ObjectCreated:*', '', 'arn:aws:sqs:us-east-1:1:other'),
    )
    expect([answer.status, textOf(answer.body.toString(), 'Code')]).to.deep.equal([400, 'InvalidArgument'])
  })

  it('tell of an object that is stored, in the form of S3', async () => {
    await bucketWith('told', configuration('s3:ObjectCreated:*'))
    const start = receiver.received.length
    const stored = await client.send({ method: 'PUT', path: 'told/a b/é+', body: 'hello' })
    const [record] = await recordsFrom(start, 1)
    expect(record).to.deep.include({ eventVersion: '2.1', eventSource: 'aws:s3', awsRegion: 'us-east-1' })
    expect(record).to.deep.include({ eventName: 'ObjectCreated:Put' })
    expect(record?.requestParameters.sourceIPAddress).to.equal('127.0.0.1')
    expect(record?.responseElements['x-amz-request-id']).to.equal(stored.headers['x-amz-request-id'])
    expect(record?.s3).to.deep.include({ s3SchemaVersion: '1.0', configurationId: 'one' })
    expect(record?.s3.bucket).to.deep.include({ name: 'told', arn: 'arn:aws:s3:::told' })
    expect(record?.s3.object).to.deep.include({
      key: 'a+b/%C3%A9%2B',
      size: 5,
      eTag: '5d41402abc4b2a76b9719d911017c592',
    })
    expect(record?.s3.object.sequencer).to.match(/^[0-9A-F]{16}$/)
  })

  it('tell of nothing that the filter leaves out or that was refused', async () => {
    await bucketWith('picky', configuration('s3:ObjectCreated:Put', prefixed('in/')))
    const start = receiver.received.length
    await client.send({ method: 'PUT', path: 'picky/out/a', body: 'x' })
    await client.send({ method: 'PUT', path: 'picky/in/a', body: 'x' })
    await client.send({ method: 'PUT', path: 'picky/in/a', headers: { 'if-none-match': '*' }, body: 'x' })
    await client.send({ method: 'DELETE', path: 'picky/in/a' })
    await client.send({ method: 'PUT', path: 'picky/in/b', body: 'x' })
    const records = await recordsFrom(start, 2)
    expect(records.map(({ s3 }) => s3.object.key).toSorted()).to.deep.equal(['in/a', 'in/b'])
  })

  it('tell of copies, multipart uploads, tags, ACLs, markers and deletions by their own names', async () => {
    await bucketWith(
      'all',
      configuration(
        's3:ObjectCreated:*</Event><Event>s3:ObjectRemoved:*</Event><Event>s3:ObjectTagging:*</Event><Event>s3:ObjectAcl:Put',
      ),
    )
    const start = receiver.received.length
    const key = 'all/k'
    await client.send({ method: 'PUT', path: key, body: 'x' })
    await client.send({ method: 'PUT', path: key, headers: { 'x-amz-copy-source': 'told/a%20b/%C3%A9%2B' } })
    const tags = '<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>'
    await client.send({ method: 'PUT', path: key, query: { tagging: '' }, body: tags })
    await client.send({ method: 'DELETE', path: key, query: { tagging: '' } })
    await client.send({ method: 'PUT', path: key, query: { acl: '' }, headers: { 'x-amz-acl': 'private' } })
    await client.send({ method: 'DELETE', path: key })
    await client.send({ method: 'DELETE', path: key })
    const versioning = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
    await client.send({ method: 'PUT', path: 'all', query: { versioning: '' }, body: versioning })
    const marked = await client.send({ method: 'DELETE', path: key })
    const versionId = String(marked.headers['x-amz-version-id'])
    await client.send({ method: 'DELETE', path: key, query: { versionId } })
    const records = await recordsFrom(start, 8)
    expect(records.map(({ eventName }) => eventName)).to.deep.equal([
      'ObjectCreated:Put',
      'ObjectCreated:Copy',
      'ObjectTagging:Put',
      'ObjectTagging:Delete',
      'ObjectAcl:Put',
      'ObjectRemoved:Delete',
      'ObjectRemoved:DeleteMarkerCreated',
      'ObjectRemoved:Delete',
    ])
    expect(records[6]?.s3.object.versionId).to.equal(versionId)
    const sequencers = records.map(({ s3 }) => s3.object.sequencer)
    expect(sequencers).to.deep.equal(sequencers.toSorted())
  })

  it('wait in the outbox while the target is away, in order, and are told when it is back', async () => {
    await bucketWith('patient', configuration('s3:ObjectCreated:*'))
    const start = receiver.received.length
    receiver.answerWith(503)
    for (const body of ['1', '22', '333']) await client.send({ method: 'PUT', path: 'patient/k', body })
    await receiver.wait(start + 1)
    receiver.answerWith(200)
    const sizes = (await recordsFrom(start + 1, 3)).map(({ s3: { object } }) => object)
    expect(sizes.map((object) => (object as { size?: number }).size)).to.deep.equal([1, 2, 3])
  })

  it('are read back as they were put, and turned off by an empty configuration', async () => {
    await bucketWith('read', configuration('s3:ObjectCreated:Put', prefixed('a/')))
    const read = async () =>
      (await client.send({ method: 'GET', path: 'read', query: { notification: '' } })).body.toString()
    const document = await read()
    for (const [element, value] of [
      ['Id', 'one'],
      ['Queue', 'arn:seau:sqs::hook:webhook'],
      ['Event', 's3:ObjectCreated:Put'],
      ['Name', 'prefix'],
      ['Value', 'a/'],
    ] as const)
      expect(textOf(document, element)).to.equal(value)
    expect((await put('read', '<NotificationConfiguration/>')).status).to.equal(200)
    expect(await read()).to.not.include('Queue')
  })
})

import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type Client } from '../support/signed-request.ts'
import { startServer, temporaryFolder, type TestServer } from '../support/server.ts'
import { textOf } from '../support/xml-text.ts'

const permission = (target: string, source: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${target}/log/*`,
        Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${source}` } },
      },
    ],
  })

const status = (target: string, more = '') =>
  `<BucketLoggingStatus><LoggingEnabled><TargetBucket>${target}</TargetBucket><TargetPrefix>log/</TargetPrefix>${more}</LoggingEnabled></BucketLoggingStatus>`

/** Fields of a line; those in quotes or brackets are one. */
const fieldsOf = (line: string) => line.match(/"[^"]*"|\[[^\]]*\]|\S+/g) ?? []

describe('access logs', function () {
  this.timeout(20_000)
  let server: TestServer
  let client: Client
  const folders: string[] = []

  const open = async (data?: string) => {
    server = await startServer({ settings: { SEAU_LOGGING_SECONDS: '1' }, ...(data && { data }) })
    client = createClient(server)
  }
  before(() => open())
  after(async () => {
    client.close()
    await server.close()
    for (const folder of folders) await rm(folder, { recursive: true })
  })

  const putLogging = (bucket: string, body: string) =>
    client.send({ method: 'PUT', path: bucket, query: { logging: '' }, body })
  const makeBuckets = async (source: string, target: string) => {
    for (const path of [source, target]) await client.send({ method: 'PUT', path })
    await client.send({
      method: 'PUT',
      path: target,
      query: { policy: '' },
      body: permission(target, source),
    })
  }
  const keysOf = async (bucket: string) => {
    const { body } = await client.send({ method: 'GET', path: bucket, query: { 'list-type': '2' } })
    return [...body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key)
  }
  /** Lines of the log once it has `count` of them. */
  const linesIn = async (bucket: string, count: number): Promise<readonly string[]> => {
    for (;;) {
      const lines: string[] = []
      for (const key of await keysOf(bucket)) {
        const { body } = await client.send({ method: 'GET', path: `${bucket}/${key}` })
        lines.push(...body.toString().trimEnd().split('\n'))
      }
      if (lines.length >= count) return lines
      await sleep(100)
    }
  }

  it('need a target that exists and allows them', async () => {
    await client.send({ method: 'PUT', path: 'alone' })
    const codeOf = async (target: string) =>
      textOf((await putLogging('alone', status(target))).body.toString(), 'Code')
    expect(await codeOf('nowhere')).to.equal('InvalidTargetBucketForLogging')
    await client.send({ method: 'PUT', path: 'closed' })
    expect(await codeOf('closed')).to.equal('AccessDenied')
  })

  it('are read back as they were put, and turned off by an empty status', async () => {
    await makeBuckets('shown', 'shown-logs')
    const format =
      '<TargetObjectKeyFormat><PartitionedPrefix><PartitionDateSource>EventTime</PartitionDateSource></PartitionedPrefix></TargetObjectKeyFormat>'
    expect((await putLogging('shown', status('shown-logs', format))).status).to.equal(200)
    const read = async () =>
      (await client.send({ method: 'GET', path: 'shown', query: { logging: '' } })).body.toString()
    expect(textOf(await read(), 'PartitionDateSource')).to.equal('EventTime')
    expect((await putLogging('shown', '<BucketLoggingStatus/>')).status).to.equal(200)
    expect(await read()).to.not.include('TargetBucket')
  })

  it('are shown without a key format and grants that nobody gave, and with grants that somebody did', async () => {
    await makeBuckets('plain', 'plain-logs')
    const shownAfter = async (body: string) => {
      expect((await putLogging('plain', body)).status).to.equal(200)
      return (await client.send({ method: 'GET', path: 'plain', query: { logging: '' } })).body.toString()
    }
    const plain = await shownAfter(status('plain-logs'))
    expect(textOf(plain, 'TargetPrefix')).to.equal('log/')
    expect(plain).to.not.include('TargetObjectKeyFormat').and.not.include('TargetGrants')
    const everyone =
      '<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee>'
    const grants = `<TargetGrants><Grant>${everyone}<Permission>READ</Permission></Grant></TargetGrants>`
    expect(textOf(await shownAfter(status('plain-logs', grants)), 'Permission')).to.equal('READ')
  })

  it('have a line in the form of S3 for each request, refused ones too', async () => {
    await makeBuckets('seen', 'seen-logs')
    await putLogging('seen', status('seen-logs'))
    const stored = await client.send({ method: 'PUT', path: 'seen/a b', body: 'hello' })
    await client.send({
      method: 'GET',
      path: 'seen/a b',
      headers: { range: 'bytes=1-2', 'user-agent': 'me "1"' },
    })
    await client.send({ method: 'GET', path: 'seen/missing' })
    await fetch(`${server.url}/seen/a%20b`)
    const [put = [], get = [], missing = [], anonymous = []] = (await linesIn('seen-logs', 4)).map(fieldsOf)
    expect(put).to.have.length(26)
    expect(put[1]).to.equal('seen')
    expect(put[2]).to.match(/^\[\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000\]$/)
    expect(put[3]).to.equal('127.0.0.1')
    expect(put[4]).to.equal(put[0])
    expect(put[5]).to.equal(stored.headers['x-amz-request-id'])
    expect(put.slice(6, 10)).to.deep.equal(['REST.PUT.OBJECT', 'a%20b', '"PUT /seen/a%20b HTTP/1.1"', '200'])
    expect(put.slice(10, 13)).to.deep.equal(['-', '-', '5'])
    expect(put.slice(19, 22)).to.deep.equal(['SigV4', '-', 'AuthHeader'])
    expect(get.slice(6, 8)).to.deep.equal(['REST.GET.OBJECT', 'a%20b'])
    expect(get.slice(9, 13)).to.deep.equal(['206', '-', '2', '5'])
    expect(get[16]).to.equal('"me %221%22"')
    expect(missing.slice(9, 11)).to.deep.equal(['404', 'NoSuchKey'])
    expect([anonymous[4], anonymous[9], anonymous[10], anonymous[21]]).to.deep.equal([
      '-',
      '403',
      'AccessDenied',
      '-',
    ])
  })

  it('have a line for each key of a batch, and for the bucket that a copy reads', async () => {
    await makeBuckets('many', 'many-logs')
    await makeBuckets('read', 'read-logs')
    await client.send({ method: 'PUT', path: 'read/from', body: 'x' })
    for (const bucket of ['many', 'read']) await putLogging(bucket, status(`${bucket}-logs`))
    await client.send({ method: 'PUT', path: 'many/to', headers: { 'x-amz-copy-source': '/read/from' } })
    const body = '<Delete><Object><Key>to</Key></Object><Object><Key>b c</Key></Object></Delete>'
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
    await client.send({ method: 'POST', path: 'many', query: { delete: '' }, headers, body })
    const told = (lines: readonly string[]) =>
      lines.map(fieldsOf).map((fields) => fields.slice(6, 8).join(' '))
    expect(told(await linesIn('many-logs', 4))).to.deep.equal([
      'REST.COPY.OBJECT to',
      'REST.POST.MULTI_OBJECT_DELETE -',
      'BATCH.DELETE.OBJECT to',
      'BATCH.DELETE.OBJECT b%20c',
    ])
    expect(told(await linesIn('read-logs', 1))).to.deep.equal(['REST.COPY.OBJECT_GET from'])
  })

  it('stand under keys that tell their time', async () => {
    const [key] = await keysOf('seen-logs')
    expect(key).to.match(/^log\/\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d-[0-9A-F]{16}$/)
  })

  it('stand in folders by account, region, bucket and day when that is asked for', async () => {
    await makeBuckets('sorted', 'sorted-logs')
    const format = '<TargetObjectKeyFormat><PartitionedPrefix/></TargetObjectKeyFormat>'
    await putLogging('sorted', status('sorted-logs', format))
    await client.send({ method: 'PUT', path: 'sorted/k', body: 'x' })
    await linesIn('sorted-logs', 1)
    const [key] = await keysOf('sorted-logs')
    expect(key).to.match(/^log\/[\w-]+\/us-east-1\/sorted\/\d{4}\/\d\d\/\d\d\/\d{4}(-\d\d){5}-[0-9A-F]{16}$/)
  })

  it('are no longer written once the target does not allow them', async () => {
    await makeBuckets('revoked', 'revoked-logs')
    await putLogging('revoked', status('revoked-logs'))
    await client.send({ method: 'DELETE', path: 'revoked-logs', query: { policy: '' } })
    await client.send({ method: 'PUT', path: 'revoked/k', body: 'x' })
    await sleep(2500)
    expect(await keysOf('revoked-logs')).to.deep.equal([])
  })

  it('are written when the server stops', async () => {
    client.close()
    await server.close()
    const data = await temporaryFolder()
    await open(data)
    await makeBuckets('stopped', 'stopped-logs')
    await putLogging('stopped', status('stopped-logs'))
    await client.send({ method: 'PUT', path: 'stopped/k', body: 'x' })
    client.close()
    await server.close()
    await open(data)
    expect(await linesIn('stopped-logs', 1)).to.have.length(1)
    folders.push(data)
  })
})

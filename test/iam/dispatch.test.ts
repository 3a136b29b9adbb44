import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { createClient } from '../support/signed-request.ts'
import { openRaw, rawHead } from '../support/raw-connection.ts'
import { form, query } from './query-client.ts'

const iamVersion = '2010-05-08'
const listUsers = form({ Action: 'ListUsers', Version: iamVersion })

describe('The query protocol on the S3 port', () => {
  let server: TestServer
  before(async () => {
    server = await startServer({ settings: { SEAU_DOMAIN: 's3.example.org' } })
  })
  after(() => server.close())

  it('answers a signed form', async () => {
    const { status, headers, text } = await query(server, listUsers)
    expect(status).to.equal(200)
    expect(headers.get('content-type')).to.equal('text/xml')
    expect(headers.get('x-amzn-requestid')).to.match(/^\w{16}$/)
    expect(text).to.include(`<RequestId>${headers.get('x-amzn-requestid') ?? ''}</RequestId>`)
  })

  it('answers a signed GET', async () => {
    const { status, text } = await query(server, listUsers, { method: 'GET' })
    expect(status).to.equal(200)
    expect(text).to.include('<ListUsersResult>')
  })

  it('tells errors as AWS does', async () => {
    const { status, text } = await query(
      server,
      form({ Action: 'GetUser', Version: iamVersion, UserName: 'no' }),
    )
    expect(status).to.equal(404)
    expect(text).to.match(
      /^<\?xml .*\?>\n<ErrorResponse xmlns="https:\/\/iam\.amazonaws\.com\/doc\/2010-05-08\/"><Error><Type>Sender<\/Type><Code>NoSuchEntity<\/Code><Message>.*<\/Message><\/Error><RequestId>\w+<\/RequestId><\/ErrorResponse>$/,
    )
  })

  it('tells errors of STS in its namespace', async () => {
    const { text } = await query(server, form({ Action: 'Nothing', Version: '2011-06-15' }))
    expect(text).to.include('xmlns="https://sts.amazonaws.com/doc/2011-06-15/"')
  })

  const refusals: readonly (readonly [what: string, body: string, status: number, code: string])[] = [
    [
      'an action that IAM does not have',
      form({ Action: 'MakeUser', Version: iamVersion }),
      400,
      'InvalidAction',
    ],
    [
      'an action of the other service',
      form({ Action: 'ListUsers', Version: '2011-06-15' }),
      400,
      'InvalidAction',
    ],
    ['an action without version', form({ Action: 'ListUsers' }), 400, 'InvalidAction'],
    ['a form without action', form({ UserName: 'a' }), 400, 'MissingAction'],
    [
      'an action that Seau does not have',
      form({ Action: 'CreateLoginProfile', Version: iamVersion }),
      501,
      'NotImplemented',
    ],
    [
      'a required parameter that is missing',
      form({ Action: 'CreateUser', Version: iamVersion }),
      400,
      'ValidationError',
    ],
    ['a malformed form', `Action=ListUsers&Version=${iamVersion}&Marker=%E4`, 400, 'ValidationError'],
  ]
  for (const [what, body, status, code] of refusals)
    it(`refuses ${what} with ${code}`, async () => {
      expect(await query(server, body)).to.include({ status, code })
    })

  it('refuses more than a MiB', async () => {
    const body = `${listUsers}&Marker=${'x'.repeat(1 << 20)}`
    expect(await query(server, body)).to.include({ status: 400, code: 'MaxMessageLengthExceeded' })
  })

  it('refuses a request without signature', async () => {
    expect(await query(server, listUsers, { signed: false })).to.include({
      status: 403,
      code: 'MissingAuthenticationToken',
    })
  })

  it('refuses a body that is not the one that was signed', async () => {
    const sent = form({ Action: 'CreateUser', Version: iamVersion, UserName: 'mallory' })
    expect(await query(server, listUsers, { sent })).to.include({
      status: 403,
      code: 'SignatureDoesNotMatch',
    })
  })

  it('refuses a body other than the hash that was signed says', async () => {
    const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect(await query(server, listUsers, { headers: { 'X-Amz-Content-Sha256': sha256 } })).to.include({
      status: 400,
      code: 'XAmzContentSHA256Mismatch',
    })
  })

  it('refuses a signature for another service', async () => {
    expect(await query(server, listUsers, { service: 's3' })).to.include({
      status: 400,
      code: 'IncompleteSignature',
    })
  })

  it('asks a client that waits for the body', async () => {
    const connection = openRaw(server.url)
    const head = {
      Host: new URL(server.url).host,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': listUsers.length,
      Expect: '100-continue',
    }
    connection.send(rawHead('POST / HTTP/1.1', head))
    expect((await connection.answer()).status).to.equal(100)
    connection.send(listUsers)
    expect((await connection.answer()).status).to.equal(403)
    connection.destroy()
  })

  describe('leaves to S3', () => {
    const send = (request: Parameters<ReturnType<typeof createClient>['send']>[0]) => {
      const client = createClient(server)
      return client.send(request).finally(() => {
        client.close()
      })
    }
    const parameters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      'an action alone': { Action: 'ListUsers' },
      'a version alone': { Version: iamVersion },
      'names in other case': { action: 'ListUsers', version: iamVersion },
      nothing: {},
    }
    for (const [what, given] of Object.entries(parameters))
      it(`a listing of buckets with ${what} in its query`, async () => {
        const { status, body } = await send({ method: 'GET', path: '', query: given })
        expect(status).to.equal(200)
        expect(body.toString()).to.include('<ListAllMyBucketsResult')
      })

    it('a bucket in the path, whatever its query', async () => {
      await send({ method: 'PUT', path: 'bucket' })
      const asked = { Action: 'ListUsers', Version: iamVersion }
      const { body } = await send({ method: 'GET', path: 'bucket', query: asked })
      expect(body.toString()).to.include('<ListBucketResult')
    })

    it('a bucket in the host, whatever its query', async () => {
      const { body } = await virtual('GET', `/?${listUsers}`, {})
      expect(body).to.include('<Error><Code>AccessDenied</Code>').and.not.include('<ErrorResponse')
    })

    it('a form that a browser sends to a bucket in the host', async () => {
      const { body } = await virtual('POST', '/', { 'Content-Type': 'application/x-www-form-urlencoded' })
      expect(body).to.include('<Error><Code>PreconditionFailed</Code>')
    })

    it('another form than that of the protocol', async () => {
      const { status, text } = await query(server, listUsers, {
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
        service: 's3',
      })
      expect(status).to.equal(405)
      expect(text).to.include('<Code>MethodNotAllowed</Code>').and.not.include('<ErrorResponse')
    })

    async function virtual(method: string, target: string, headers: Readonly<Record<string, string>>) {
      const connection = openRaw(server.url)
      const all = { Host: 'bucket.s3.example.org', 'Content-Length': 0, ...headers }
      connection.send(rawHead(`${method} ${target} HTTP/1.1`, all))
      const answer = await connection.answer()
      connection.destroy()
      return answer
    }
  })
})

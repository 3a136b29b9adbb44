import { createHash, createHmac } from 'node:crypto'
import { expect } from 'chai'
import { createClient, type Client } from '../support/signed-request.ts'
import { blobFiles } from '../support/blob-files.ts'
import { openRaw, rawHead } from '../support/raw-connection.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'
import { textOf } from '../support/xml-text.ts'

type Fields = Readonly<Record<string, string>>

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

function policyOf(conditions: readonly unknown[]): string {
  const expiration = new Date(Date.now() + 60_000).toISOString()
  return Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
}

/** The fields that sign a policy with version 4; the policy must allow them. */
function signedV4(conditions: readonly unknown[]): Fields {
  const dateTime = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const date = dateTime.slice(0, 8)
  const signing = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${rootKey.accessKeyId}/${date}/us-east-1/s3/aws4_request`,
    'x-amz-date': dateTime,
  }
  const policy = policyOf([
    ...conditions,
    ...Object.entries(signing).map(([name, value]) => ({ [name]: value })),
  ])
  const key = ['us-east-1', 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${rootKey.secretAccessKey}`, date))
  return { ...signing, policy, 'x-amz-signature': hmac(key, policy).toString('hex') }
}

function signedV2(conditions: readonly unknown[]): Fields {
  const policy = policyOf(conditions)
  const signature = createHmac('sha1', rootKey.secretAccessKey).update(policy).digest('base64')
  return { AWSAccessKeyId: rootKey.accessKeyId, policy, signature }
}

describe('a browser’s upload form', () => {
  let server: TestServer
  let client: Client

  before(async () => {
    server = await startServer()
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'closed' })
    await client.send({ method: 'PUT', path: 'open', headers: { 'x-amz-acl': 'public-read-write' } })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const post = (bucket: string, fields: Fields, file: string | undefined = 'content', name = 'a.txt') => {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append('file', new Blob([file]), name)
    return fetch(`${server.url}/${bucket}`, { method: 'POST', body: form, redirect: 'manual' })
  }
  const refusal = async (answer: Response) => [answer.status, textOf(await answer.text(), 'Code')]
  const read = (path: string) => client.send({ method: 'GET', path })

  it('is taken without a signature by a bucket that everyone may write to', async () => {
    const answer = await post('open', { key: 'anonymous', 'Content-Type': 'text/plain' })
    expect(answer.status).to.equal(204)
    expect(answer.headers.get('etag')).to.equal('"9a0364b9e99bb480dd25e1f0284c8555"')
    expect(answer.headers.get('location')).to.equal(`${server.url}/open/anonymous`)
    const stored = await read('open/anonymous')
    expect(stored.body.toString()).to.equal('content')
    expect(stored.headers['content-type']).to.equal('text/plain')
  })

  it('says how its file is encrypted', async () => {
    const answer = await post('open', { key: 'sealed', 'x-amz-server-side-encryption': 'AES256' })
    expect(answer.status).to.equal(204)
    expect(answer.headers.get('x-amz-server-side-encryption')).to.equal('AES256')
    const stored = await read('open/sealed')
    expect(stored.headers['x-amz-server-side-encryption']).to.equal('AES256')
    expect(stored.body.toString()).to.equal('content')
  })

  it('is refused without a signature by another bucket, and by none', async () => {
    expect(await refusal(await post('closed', { key: 'a' }))).to.deep.equal([403, 'AccessDenied'])
    expect(await refusal(await post('absent', { key: 'a' }))).to.deep.equal([404, 'NoSuchBucket'])
  })

  it('is stored for the key that signed its policy, by version 4 and 2', async () => {
    const conditions = [{ bucket: 'closed' }, ['starts-with', '$key', 'signed/']]
    for (const signed of [signedV4, signedV2]) {
      const answer = await post('closed', { key: `signed/${signed.name}`, ...signed(conditions) })
      expect(answer.status).to.equal(204)
      expect((await read(`closed/signed/${signed.name}`)).body.toString()).to.equal('content')
    }
  })

  it('is refused with a forged signature or against its policy', async () => {
    const fields = signedV4([{ bucket: 'closed' }, { key: 'fixed' }])
    const forged = { key: 'fixed', ...fields, 'x-amz-signature': '0'.repeat(64) }
    expect(await refusal(await post('closed', forged))).to.deep.equal([403, 'SignatureDoesNotMatch'])
    expect(await refusal(await post('closed', { key: 'other', ...fields }))).to.deep.equal([
      403,
      'AccessDenied',
    ])
    expect(await refusal(await post('open', { key: 'fixed', ...fields }))).to.deep.equal([
      403,
      'AccessDenied',
    ])
    expect((await read('closed/fixed')).status).to.equal(404)
  })

  it('answers as success_action_status says', async () => {
    expect((await post('open', { key: 'a', success_action_status: '200' })).status).to.equal(200)
    expect((await post('open', { key: 'a', success_action_status: '404' })).status).to.equal(204)
    const created = await post('open', { key: 'a b/<c>', success_action_status: '201' })
    expect(created.status).to.equal(201)
    const document = await created.text()
    expect(textOf(document, 'Bucket')).to.equal('open')
    expect(textOf(document, 'Key')).to.equal('a b/<c>')
    expect(textOf(document, 'ETag')).to.equal('"9a0364b9e99bb480dd25e1f0284c8555"')
    expect(textOf(document, 'Location')).to.equal(`${server.url}/open/a%20b%2F%3Cc%3E`)
  })

  it('redirects to the page that it names', async () => {
    const answer = await post('open', { key: 'a&b', success_action_redirect: 'https://example.com/done?x=1' })
    expect(answer.status).to.equal(303)
    expect(answer.headers.get('location')).to.equal(
      'https://example.com/done?x=1&bucket=open&key=a%26b&etag=%229a0364b9e99bb480dd25e1f0284c8555%22',
    )
    expect((await post('open', { key: 'a', redirect: 'nowhere' })).status).to.equal(204)
  })

  it('puts the name of the file where ${filename} stands', async () => {
    const fields = { key: 'u/${filename}', 'x-amz-meta-original': '${filename}' }
    expect((await post('open', fields, 'content', 'é$&.txt')).status).to.equal(204)
    const stored = await read('open/u/é$&.txt')
    expect(stored.status).to.equal(200)
    expect(stored.headers['x-amz-meta-original']).to.match(/^=\?UTF-8\?/)
  })

  it('carries ACL, tags, metadata and headers', async () => {
    const tagging = '<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>'
    const fields = { acl: 'public-read', tagging, 'Cache-Control': 'no-cache', 'x-amz-meta-colour': 'red' }
    expect((await post('open', { key: 'dressed', ...fields })).status).to.equal(204)
    const { headers } = await read('open/dressed')
    expect(headers['x-amz-meta-colour']).to.equal('red')
    expect(headers['x-amz-tagging-count']).to.equal('1')
    expect(headers['cache-control']).to.equal('no-cache')
    expect((await fetch(`${server.url}/open/dressed`)).status).to.equal(200)
    expect(await refusal(await post('open', { key: 'a', acl: 'all' }))).to.deep.equal([
      400,
      'InvalidArgument',
    ])
    expect(await refusal(await post('open', { key: 'a', tagging: '<' }))).to.deep.equal([400, 'MalformedXML'])
  })

  it('may not be larger or smaller than its policy allows', async () => {
    const fields = {
      key: 'sized',
      ...signedV4([{ bucket: 'closed' }, { key: 'sized' }, ['content-length-range', 4, 8]]),
    }
    expect(await refusal(await post('closed', fields, 'ten bytes.'))).to.deep.equal([400, 'EntityTooLarge'])
    expect(await refusal(await post('closed', fields, 'abc'))).to.deep.equal([400, 'EntityTooSmall'])
    expect((await read('closed/sized')).status).to.equal(404)
    expect((await post('closed', fields, 'abcdefgh')).status).to.equal(204)
    const long = await refusal(await post('closed', fields, 'x'.repeat(5_000_000)))
    expect(long).to.deep.equal([400, 'EntityTooLarge'])
  })

  it('is held to the checksum that it gives', async () => {
    const sha256 = createHash('sha256').update('content').digest('base64')
    const right = { key: 'summed', 'x-amz-checksum-sha256': sha256 }
    const wrong = { key: 'unsummed', 'x-amz-checksum-crc32': 'AAAAAA==' }
    expect(await refusal(await post('open', wrong))).to.deep.equal([400, 'BadDigest'])
    expect((await read('open/unsummed')).status).to.equal(404)
    expect((await post('open', right)).status).to.equal(204)
    const { headers } = await client.send({
      method: 'HEAD',
      path: 'open/summed',
      headers: { 'x-amz-checksum-mode': 'ENABLED' },
    })
    expect(headers['x-amz-checksum-sha256']).to.equal(sha256)
  })

  it('needs a key, a file and fields of at most 20 KB', async () => {
    expect(await refusal(await post('open', {}))).to.deep.equal([400, 'InvalidArgument'])
    const form = new FormData()
    form.append('key', 'a')
    const withoutFile = await fetch(`${server.url}/open`, { method: 'POST', body: form })
    expect(await refusal(withoutFile)).to.deep.equal([400, 'InvalidArgument'])
    const large = { key: 'a', first: 'x'.repeat(15_000), second: 'x'.repeat(15_000) }
    expect(await refusal(await post('open', large))).to.deep.equal([400, 'MaxPostPreDataLengthExceededError'])
    const huge = { key: 'a', only: 'x'.repeat(3_000_000) }
    expect(await refusal(await post('open', huge))).to.deep.equal([400, 'MaxPostPreDataLengthExceededError'])
  })

  it('must be multipart/form-data and whole', async () => {
    const send = (type: string, body: string) =>
      fetch(`${server.url}/open`, { method: 'POST', headers: { 'content-type': type }, body })
    expect(await refusal(await send('application/x-www-form-urlencoded', 'key=a'))).to.deep.equal([
      412,
      'PreconditionFailed',
    ])
    expect(await refusal(await send('multipart/form-data', '--x'))).to.deep.equal([
      400,
      'MalformedPOSTRequest',
    ])
    const cut =
      '--x\r\nContent-Disposition: form-data; name="key"\r\n\r\ncut\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\nhalf'
    expect(await refusal(await send('multipart/form-data; boundary=x', cut))).to.deep.equal([
      400,
      'MalformedPOSTRequest',
    ])
    expect((await read('open/cut')).status).to.equal(404)
  })

  it('leaves nothing behind when it breaks off', async () => {
    const before = await blobFiles(server)
    const connection = openRaw(server.url)
    const part = (name: string, rest: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"${rest}`
    const head = rawHead('POST /open HTTP/1.1', {
      Host: new URL(server.url).host,
      'Content-Type': 'multipart/form-data; boundary=x',
      'Content-Length': 1_000_000,
    })
    connection.send(
      head + part('key', '\r\n\r\nbroken\r\n') + part('file', '; filename="f"\r\n\r\n') + 'x'.repeat(100_000),
    )
    const files = await blobFiles(server, { atLeast: before.length + 1 })
    expect(files).to.have.length(before.length + 1)
    connection.destroy()
    expect(await blobFiles(server, { atMost: before.length })).to.deep.equal(before)
    expect((await read('open/broken')).status).to.equal(404)
  })

  it('may ask for nothing that is not there', async () => {
    const fields = { key: 'a', 'x-amz-server-side-encryption': 'aws:kms:dsse' }
    expect(await refusal(await post('open', fields))).to.deep.equal([501, 'NotImplemented'])
  })
})

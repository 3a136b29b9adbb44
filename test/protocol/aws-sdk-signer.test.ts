import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { expect } from 'chai'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { decodeAwsChunkedBuffer } from '../../src/protocol/aws-chunked.ts'
import { readClaim, verifyClaim, type Claim } from '../../src/protocol/claim.ts'
import type { PayloadForm } from '../../src/protocol/payload-form.ts'
import { createSigningKeyCache } from '../../src/protocol/signing-key.ts'
import { accessKeyId, secret } from './signing.ts'

interface Seen {
  readonly claim: Claim
  readonly form: PayloadForm | undefined
  readonly body: Buffer
}

async function look(request: IncomingMessage, secretAccessKey: string): Promise<Seen> {
  const { method = '', url = '', rawHeaders, headers } = request
  const signed = { method, url, rawHeaders, headers }
  const claim = readClaim(signed, { now: Date.now(), allowV2Query: false })
  const options = { signingKeys: createSigningKeyCache() }
  const form = claim.kind === 'anonymous' ? undefined : verifyClaim(claim, secretAccessKey, signed, options)
  return { claim, form, body: await buffer(request) }
}

describe('a request of the AWS SDK for JavaScript', () => {
  const seen: (Seen | Error)[] = []
  const server = createServer((request, response) => {
    void look(request, secret)
      .then(
        (one) => seen.push(one),
        (error: unknown) => seen.push(error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => response.end())
  })

  before(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  beforeEach(() => seen.splice(0))
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  const client = (options: { sessionToken?: string } = {}) =>
    new S3Client({
      endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
      region: 'eu-central-1',
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey: secret, ...options },
      maxAttempts: 1,
    })

  const only = (): Seen => {
    const [one, ...others] = seen
    expect(others).to.have.length(0)
    if (one === undefined || one instanceof Error) throw one ?? new Error('Nothing was seen.')
    return one
  }

  it('is accepted with a signed payload, for keys that need encoding', async () => {
    const Key = "a b/(c)!*'+@:,;=&$~/é🪣//..%2F"
    await client().send(
      new PutObjectCommand({ Bucket: 'bucket', Key, Body: 'body', Metadata: { note: 'two  spaces' } }),
    )
    const { claim, form } = only()
    expect(claim).to.include({ kind: 'header-v4', accessKeyId, region: 'eu-central-1' })
    expect(form?.kind).to.equal('signed')
  })

  it('is accepted with a query and a session token', async () => {
    const command = new ListObjectsV2Command({
      Bucket: 'bucket',
      Prefix: 'a+b &c/é',
      Delimiter: '/',
      StartAfter: "it's",
    })
    await client({ sessionToken: 'to/k+en==' }).send(command)
    expect(only().claim).to.include({ sessionToken: 'to/k+en==' })
  })

  it('is accepted for reads and for buckets', async () => {
    await client().send(new GetObjectCommand({ Bucket: 'bucket', Key: 'k', Range: 'bytes=0-1' }))
    expect(only().form?.kind).to.equal('signed')
    seen.splice(0)
    await client().send(new CreateBucketCommand({ Bucket: 'bucket' }))
    expect(only().form?.kind).to.equal('signed')
  })

  it('is decoded when its body is a stream with a trailing checksum', async () => {
    const Body = Readable.from([Buffer.alloc(70_000, 'x'), Buffer.alloc(5, 'y')])
    await client().send(new PutObjectCommand({ Bucket: 'bucket', Key: 'k', Body, ContentLength: 70_005 }))
    const { form, body } = only()
    if (form?.kind !== 'chunked') return expect.fail(form?.kind)
    expect(form).to.deep.include({ signed: undefined, trailer: true, decodedLength: 70_005 })
    const { data, trailers } = decodeAwsChunkedBuffer(body, form)
    expect(data.length).to.equal(70_005)
    expect([...trailers.keys()]).to.deep.equal(['x-amz-checksum-crc32'])
  })
})

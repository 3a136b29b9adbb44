import type { IncomingMessage } from 'node:http'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import { rejection } from '../contracts/rejection.ts'
import { codecs } from '../../src/s3/codecs.ts'
import { readDocument } from '../../src/s3/read-document.ts'

const text = '<Document/>'
const md5 = createHash('md5').update(text).digest('base64')
const sha256 = (of: string) => createHash('sha256').update(of).digest('base64')

/** What the operation is given of a body with these headers. */
async function read(
  operation: keyof typeof codecs,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const request = Object.assign(Readable.from([Buffer.from(text)]), {
    headers: { 'content-length': String(text.length), ...headers },
  })
  const incoming = { request: request as unknown as IncomingMessage, onRead: () => undefined }
  return (await readDocument(incoming, { kind: 'unsigned' }, codecs[operation])).toString()
}

describe('The document of a request', () => {
  it('is refused without a checksum where S3 wants one', async () => {
    for (const operation of ['DeleteObjects', 'PutBucketCors', 'PutBucketTagging'] as const) {
      expect(await rejection(read(operation))).to.include({ code: 'InvalidRequest' })
      expect(await read(operation, { 'content-md5': md5 })).to.equal(text)
      expect(await read(operation, { 'x-amz-checksum-sha256': sha256(text) })).to.equal(text)
    }
  })

  it('needs none where older clients send none', async () => {
    for (const operation of ['PutBucketAcl', 'PutObjectAcl', 'PutObjectTagging', 'CreateBucket'] as const) {
      expect(await read(operation)).to.equal(text)
    }
  })

  it('must be what its checksum says', async () => {
    const wrong = { 'x-amz-checksum-sha256': sha256('another') }
    expect(await rejection(read('PutBucketAcl', wrong))).to.include({ code: 'BadDigest' })
    expect(await rejection(read('DeleteObjects', wrong))).to.include({ code: 'BadDigest' })
  })

  it("is not what the checksum of CompleteMultipartUpload speaks of: that is the object's", async () => {
    for (const value of [sha256('the object'), `${sha256('its parts')}-3`]) {
      expect(await read('CompleteMultipartUpload', { 'x-amz-checksum-sha256': value })).to.equal(text)
    }
    const wrong = createHash('md5').update('another').digest('base64')
    expect(await rejection(read('CompleteMultipartUpload', { 'content-md5': wrong }))).to.include({
      code: 'BadDigest',
    })
  })
})

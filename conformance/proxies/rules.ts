// What must not change behind a proxy. Each rule runs at the root of a host and below a path.
import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { expect } from 'chai'
import { Readable } from 'node:stream'
import type { Rules } from '../suite.ts'
import { difficultNames, sampleBytes } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'

const difficultKeys = [...difficultNames, 'slash//double', '/leading', 'dot/../dot/./dot', 'a%2Fb', 'trailing/']

export const behindProxy: Rules<Workspace> = {
  'keeps difficult keys, and finds them in a listing': async ({ s3, bucket }) => {
    for (const Key of difficultKeys) await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Key }))
    for (const Key of difficultKeys) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))
      expect(await Body?.transformToString()).to.equal(Key)
    }
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, StartAfter: ' &+%' }))
    expect(Contents.map(({ Key }) => Key)).to.have.members(difficultKeys)
  },
  'passes on streams of 40 MiB with a trailing checksum': async ({ s3, bucket }) => {
    const bytes = sampleBytes(40 * 1024 * 1024, 5)
    const put = { Bucket: bucket, Key: 'stream', Body: Readable.from([bytes]), ContentLength: bytes.length }
    await s3.send(new PutObjectCommand(put))
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'stream' }))
    expect(bytes.equals(Buffer.from((await Body?.transformToByteArray()) ?? []))).to.equal(true)
  },
  'refuses an upload before its body has come, since no body is buffered': async ({ target, bucket }) => {
    const upload = request(`${target.endpoint}/${bucket}/refused`, {
      method: 'PUT',
      headers: { 'Content-Length': 64 * 1024 * 1024, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    })
    upload.on('error', () => undefined) // the connection breaks once it is refused
    upload.flushHeaders()
    const [answer] = (await once(upload, 'response')) as [IncomingMessage]
    expect(answer.statusCode).to.equal(403)
    expect(await text(answer)).to.match(/AccessDenied/)
    upload.destroy()
  },
  'answers bytes, ranges and lengths uncompressed': async ({ s3, target, bucket }) => {
    const content = 'compressible '.repeat(1_000)
    const put = { Bucket: bucket, Key: 'text', Body: content, ContentType: 'text/plain' } as const
    await s3.send(new PutObjectCommand({ ...put, ACL: 'public-read' }))
    const { ContentLength } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'text' }))
    expect(ContentLength).to.equal(content.length)
    const url = `${target.endpoint}/${bucket}/text`
    const whole = await fetch(url, { headers: { 'Accept-Encoding': 'gzip, br' } })
    expect([await whole.text(), whole.headers.get('content-encoding')]).to.deep.equal([content, null])
    expect(whole.headers.get('content-length')).to.equal(String(content.length))
    const range = await fetch(url, { headers: { Range: 'bytes=0-11' } })
    expect([range.status, await range.text()]).to.deep.equal([206, 'compressible'])
  },
  'tells the address of a completed upload as its clients know it': async ({ s3, target, bucket }) => {
    const object = { Bucket: bucket, Key: 'completed' }
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object))
    const part = await s3.send(new UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: 'part' }))
    const { Location } = await s3.send(
      new CompleteMultipartUploadCommand({
        ...object,
        UploadId,
        MultipartUpload: { Parts: [{ PartNumber: 1, ETag: part.ETag, ChecksumCRC32: part.ChecksumCRC32 }] },
      }),
    )
    expect(Location).to.equal(`${target.endpoint}/${bucket}/completed`)
  },
}

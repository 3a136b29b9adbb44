// What must not change behind a proxy. Each rule runs at the root of a host and below a path.
import { once } from 'node:events'
import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
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
import type { Rules } from '../suite.ts'
import { difficultNames, sampleBytes } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'

const difficultKeys = [
  ...difficultNames,
  'slash//double',
  '/leading',
  'dot/../dot/./dot',
  'a%2Fb',
  'trailing/',
]

/** Sends less than the whole body; caddy hands on a refusal only while there is something to read. */
async function sendSlowly(
  upload: ClientRequest,
  { pieces, pieceBytes }: { readonly pieces: number; readonly pieceBytes: number },
): Promise<undefined> {
  for (let sent = 0; sent < pieces; sent += 1) {
    upload.write(Buffer.alloc(pieceBytes))
    await delay(50)
  }
}

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
  'refuses an upload long before its body has come, since no body is buffered': async ({
    target,
    bucket,
  }) => {
    const upload = request(`${target.endpoint}/${bucket}/refused`, {
      method: 'PUT',
      headers: { 'Content-Length': 64 * 1024 * 1024, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    })
    upload.on('error', () => undefined) // the connection breaks once it is refused
    const answered = once(upload, 'response') as Promise<[IncomingMessage]>
    const sending = sendSlowly(upload, { pieces: 64, pieceBytes: 64 * 1024 })
    const first = await Promise.race([answered, sending])
    upload.destroy()
    expect(first?.[0].statusCode).to.equal(403)
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

import { createHash } from 'node:crypto'
import { expect } from 'chai'
import sharp from 'sharp'
import { jpegOf, pngOf } from '../../images/pictures.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { bodyFrom } from '../upload-body.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import type { UploadRules } from '../../../src/core/buckets/upload-rules.ts'
import type { EncryptionRequest } from '../../../src/core/encryption/encryption.ts'
import type { UploadBody } from '../../../src/core/ports.ts'

const caller = callerOf(alice)
const bucket = 'files'
const signal = () => new AbortController().signal
const refused = { code: 'UnsupportedMediaType', status: 415 }
const ref = (key: string) => ({ bucket, key, versionId: undefined })

interface Extra {
  readonly contentType?: string
  readonly isFromApplication?: boolean
  readonly encryption?: EncryptionRequest
}

describe('The upload rules of a bucket', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  let png: Buffer
  before(async () => {
    store = await openTemporaryCore()
    await store.core.buckets.create(caller, bucket, { acl: {}, locationConstraint: undefined })
    png = await pngOf({ width: 200, height: 100 })
  })
  after(() => store.close())

  const rule = (rules: UploadRules) => store.core.buckets.putDelivery(caller, bucket, { rules })
  const putBody = (key: string, body: UploadBody, { contentType, ...rest }: Extra = {}) =>
    store.core.objects.put(caller, ref(key), body, {
      attributes: contentType === undefined ? {} : { contentType },
      storageClass: 'STANDARD',
      acl: {},
      signal,
      ...rest,
    })
  const put = (key: string, data: string | Buffer, extra?: Extra) =>
    putBody(key, bodyFrom(Buffer.from(data)), extra)
  const streamed = (data: Buffer): UploadBody => ({
    ...bodyFrom(data),
    size: undefined,
    stream: async function* () {
      for (let n = 0; n < data.length; n += 1000) yield await Promise.resolve(data.subarray(n, n + 1000))
    },
  })

  describe('that has said nothing', () => {
    before(() => store.core.buckets.putDelivery(caller, bucket, {}))

    it('take everything from S3 clients', async () => {
      await put('shell.php', '<?php')
      await put('photo.png', 'no picture', { contentType: 'image/png' })
    })

    it('take nothing from people that a web server might run', async () => {
      const extra = { isFromApplication: true }
      for (const key of [
        'shell.php',
        'a/SHELL.PHP',
        'shell.php.jpg',
        'shell.php.',
        'x.phtml',
        'x.phar',
        '.htaccess',
      ])
        expect(await rejection(put(key, 'x', extra)), key).to.include(refused)
      await put('php.txt', 'x', extra)
      await put('a.php/b.txt', 'x', extra)
    })
  })

  it('forbid what web servers run, unless they say otherwise', async () => {
    await rule({ maxBytes: 1000 })
    expect(await rejection(put('shell.php', 'x'))).to.include(refused)
    await rule({ forbiddenExtensions: ['exe'] })
    await put('shell.php', 'x')
    expect(await rejection(put('x.exe', 'x'))).to.include(refused)
  })

  it('limit the size, whether it is told beforehand or not', async () => {
    await rule({ maxBytes: 10 })
    await put('a.txt', '0123456789')
    const tooLarge = { code: 'EntityTooLarge' }
    expect(await rejection(put('a.txt', '0123456789a'))).to.include(tooLarge)
    expect(await rejection(putBody('a.txt', streamed(Buffer.alloc(3000))))).to.include(tooLarge)
  })

  it('limit the last extension', async () => {
    await rule({ allowedExtensions: ['txt', 'md'] })
    await put('a.tar.TXT', 'x')
    expect(await rejection(put('a.txt.log', 'x'))).to.include(refused)
    expect(await rejection(put('txt', 'x'))).to.include(refused)
  })

  it('look at the bytes, not only at what they are called', async () => {
    await rule({ allowedTypes: ['image/*'] })
    await put('a.png', png, { contentType: 'image/png' })
    await put('b', png)
    await put('b', png, { contentType: 'application/octet-stream' })
    await putBody('c.png', streamed(png))
    for (const work of [
      put('d.png', 'no picture'),
      put('d', 'no picture', { contentType: 'image/png' }),
      put('d.jpg', png),
      put('d.png', png, { contentType: 'image/jpeg' }),
      put('d.txt', 'hello'),
      put('d', 'hello'),
      put('d.png', ''),
      putBody('d.png', streamed(Buffer.alloc(9000))),
    ])
      expect(await rejection(work)).to.include(refused)
  })

  it('know that documents are packed', async () => {
    await rule({ allowedExtensions: ['docx', 'zip', 'svg'] })
    const zip = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'), Buffer.alloc(100)])
    await put('a.docx', zip)
    await put('a.zip', zip, { contentType: 'application/x-zip-compressed' })
    await put('a.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', {
      contentType: 'image/svg+xml',
    })
    expect(await rejection(put('a.svg', png))).to.include(refused)
  })

  it('leave nothing of what they refuse', async () => {
    await rule({ allowedTypes: ['image/*'] })
    await rejection(putBody('left.png', streamed(Buffer.alloc(9000))))
    expect(await store.core.maintenance.verify()).to.include({ orphanCount: 0 })
    expect(await rejection(store.core.objects.find(caller, ref('left.png')))).to.include({
      code: 'NoSuchKey',
    })
  })

  it('hold for copies and new names', async () => {
    await rule({})
    await put('text.txt', 'hello', { contentType: 'text/plain' })
    await put('real.png', png, { contentType: 'image/png' })
    await rule({ allowedTypes: ['image/*'] })
    const copy = (source: string, target: string) =>
      store.core.objects.copy(caller, ref(target), { source: ref(source), acl: {}, signal })
    await copy('real.png', 'copy.png')
    expect(await rejection(copy('text.txt', 'copy.txt'))).to.include(refused)
    expect(await rejection(copy('real.png', 'copy.php'))).to.include(refused)
    const rename = (sourceKey: string, target: string) =>
      store.core.objects.rename(caller, ref(target), { sourceKey, signal })
    expect(await rejection(rename('real.png', 'real.jpg'))).to.include(refused)
    await rename('real.png', 'renamed.png')
  })

  it('hold for uploads in parts', async () => {
    await rule({ allowedTypes: ['image/*'], maxBytes: 100_000 })
    const { uploads } = store.core
    const create = (key: string, encryption?: EncryptionRequest) =>
      uploads.create(
        caller,
        { bucket, key },
        {
          attributes: { contentType: 'image/png' },
          storageClass: 'STANDARD',
          acl: {},
          checksumAlgorithm: undefined,
          checksumType: undefined,
          ...(encryption && { encryption }),
        },
      )
    const upload = async (data: Buffer, encryption?: EncryptionRequest) => {
      const { id, key } = await create('whole.png', encryption)
      const place = { bucket, key, uploadId: id }
      await uploads.putPart(caller, { ...place, partNumber: 2 }, bodyFrom(data), { signal })
      const etag = createHash('md5').update(data).digest('hex')
      const parts = encryption
        ? (await uploads.listParts(caller, place, { after: 0, limit: 9 })).parts
        : [{ partNumber: 2, etag }]
      return uploads.complete(caller, place, { parts })
    }
    expect(await rejection(create('x.php'))).to.include(refused)
    await upload(png)
    await upload(png, { form: 'AES256' })
    expect(await rejection(upload(Buffer.from('no picture')))).to.include(refused)
    expect(await rejection(upload(Buffer.from('no picture'), { form: 'AES256' }))).to.include(refused)
    expect(await rejection(upload(Buffer.concat([png, Buffer.alloc(100_000)])))).to.include({
      code: 'EntityTooLarge',
    })
  })

  it('change pictures that people upload, and no others', async () => {
    await store.core.buckets.putDelivery(caller, bucket, {
      onUpload: { width: 80, height: 80, fit: 'inside', quality: 85, format: 'webp' },
    })
    const lookOf = async (key: string) => {
      const { body, version } = await store.core.objects.open(caller, ref(key))
      const { width, height, format } = await sharp(body as Buffer).metadata()
      return { width, height, format, contentType: version.attributes.contentType }
    }
    const jpeg = await jpegOf({ width: 160, height: 120 })
    await put('people.jpg', jpeg, { contentType: 'image/jpeg', isFromApplication: true })
    expect(await lookOf('people.jpg')).to.deep.equal({
      width: 80,
      height: 60,
      format: 'webp',
      contentType: 'image/webp',
    })
    await put('s3.jpg', jpeg, { contentType: 'image/jpeg' })
    expect(await lookOf('s3.jpg')).to.deep.equal({
      width: 160,
      height: 120,
      format: 'jpeg',
      contentType: 'image/jpeg',
    })
    await put('people.txt', 'hello', { contentType: 'text/plain', isFromApplication: true })
    const broken = put('broken.jpg', 'hello', { contentType: 'image/jpeg', isFromApplication: true })
    expect(await rejection(broken)).to.include({ code: 'InvalidImage' })
  })
})

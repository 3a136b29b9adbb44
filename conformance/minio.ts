// The MinIO client library for JavaScript, which has a signer, a multipart uploader and an XML reader of its own.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { Client, CopyConditions } from 'minio'
import { suiteOf } from './suite.ts'
import { closeWorkspace, freshName, openWorkspace, sampleBytes, writeFiles } from './workspace.ts'
import type { Workspace } from './workspace.ts'

interface Context extends Workspace {
  readonly client: Client
}

const { version } = createRequire(import.meta.url)('minio/package.json') as { version: string }

async function read({ client, bucket }: Context, key: string): Promise<Buffer> {
  return buffer(await client.getObject(bucket, key))
}

async function list({ client, bucket }: Context, prefix: string, depth: 'all' | 'one'): Promise<string[]> {
  const names: string[] = []
  for await (const item of client.listObjectsV2(bucket, prefix, depth === 'all') as AsyncIterable<Listed>)
    names.push(item.name ?? item.prefix ?? '')
  return names
}

interface Listed {
  readonly name?: string
  readonly prefix?: string
}

export const minio = suiteOf<Context>({
  name: 'minio',
  client: 'minio (npm)',
  covers:
    'buckets, signed chunks, multipart, ranges, metadata, copies, listings, tags, presigned URLs and forms',
  version: () => Promise.resolve(version),
  open: async (target) => {
    const { hostname, port, protocol } = new URL(target.endpoint)
    const client = new Client({
      endPoint: hostname,
      port: Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port),
      useSSL: protocol === 'https:',
      accessKey: target.accessKey,
      secretKey: target.secretKey,
      region: target.region,
      partSize: 5 * 1024 * 1024,
    })
    return { ...(await openWorkspace(target, 'minio')), client }
  },
  close: closeWorkspace,
  rules: {
    'makes, finds and removes a bucket': async ({ client, target }) => {
      const name = freshName('minio-mk')
      await client.makeBucket(name, target.region)
      expect(await client.bucketExists(name)).to.equal(true)
      expect((await client.listBuckets()).map((bucket) => bucket.name)).to.include(name)
      await client.removeBucket(name)
      expect(await client.bucketExists(name)).to.equal(false)
    },
    'puts and gets bytes, type and metadata': async (context) => {
      const { client, bucket } = context
      await client.putObject(bucket, 'put é+ %', 'content', 7, {
        'Content-Type': 'text/plain',
        'X-Amz-Meta-A': '1',
      })
      expect((await read(context, 'put é+ %')).toString()).to.equal('content')
      const { metaData, size } = await client.statObject(bucket, 'put é+ %')
      expect(size).to.equal(7)
      expect(metaData).to.include({ 'content-type': 'text/plain', a: '1' })
    },
    'uploads and downloads a file in parts': async ({ client, bucket, folder }) => {
      const bytes = sampleBytes(11 * 1024 * 1024, 7)
      const [path = ''] = await writeFiles(folder, { large: bytes })
      await client.fPutObject(bucket, 'large', path)
      expect((await client.statObject(bucket, 'large')).etag).to.match(/-3$/)
      await client.fGetObject(bucket, 'large', join(folder, 'large-back'))
      expect(bytes.equals(await readFile(join(folder, 'large-back')))).to.equal(true)
    },
    'reads a range': async ({ client, bucket }) => {
      await client.putObject(bucket, 'range', '0123456789')
      expect((await buffer(await client.getPartialObject(bucket, 'range', 2, 3))).toString()).to.equal('234')
    },
    'copies under conditions': async (context) => {
      const { client, bucket } = context
      const { etag } = await client.putObject(bucket, 'copy/a', 'copied')
      const matching = new CopyConditions()
      matching.setMatchETag(etag)
      await client.copyObject(bucket, 'copy/b', `/${bucket}/copy/a`, matching)
      expect((await read(context, 'copy/b')).toString()).to.equal('copied')
      const other = new CopyConditions()
      other.setMatchETag('0'.repeat(32))
      expect(await client.copyObject(bucket, 'copy/c', `/${bucket}/copy/a`, other).catch(codeOf)).to.equal(
        'PreconditionFailed',
      )
    },
    'lists with and without recursion': async (context) => {
      for (const key of ['list/a', 'list/b/1', 'list/b/2 é'])
        await context.client.putObject(context.bucket, key, 'x')
      expect(await list(context, 'list/', 'all')).to.deep.equal(['list/a', 'list/b/1', 'list/b/2 é'])
      expect(await list(context, 'list/', 'one')).to.have.members(['list/a', 'list/b/'])
    },
    'deletes many objects': async (context) => {
      const { client, bucket } = context
      const keys = ['many/a', 'many/b & <c>', 'many/é']
      for (const key of keys) await client.putObject(bucket, key, 'x')
      await client.removeObjects(bucket, keys)
      expect(await list(context, 'many/', 'all')).to.deep.equal([])
    },
    'sets and reads tags': async ({ client, bucket }) => {
      await client.putObject(bucket, 'tagged', 'x')
      await client.setObjectTagging(bucket, 'tagged', { a: 'blue' })
      expect(await client.getObjectTagging(bucket, 'tagged')).to.deep.equal([{ Key: 'a', Value: 'blue' }])
    },
    'signs links for GET and PUT': async ({ client, bucket }) => {
      const put = await client.presignedPutObject(bucket, 'link é', 60)
      expect((await fetch(put, { method: 'PUT', body: 'by link' })).status).to.equal(200)
      const got = await fetch(
        await client.presignedGetObject(bucket, 'link é', 60, { 'response-content-type': 'text/css' }),
      )
      expect([await got.text(), got.headers.get('content-type')]).to.deep.equal(['by link', 'text/css'])
    },
    'signs a form that a browser can post': async (context) => {
      const policy = context.client.newPostPolicy()
      policy.setBucket(context.bucket)
      policy.setKey('posted')
      policy.setExpires(new Date(Date.now() + 60_000))
      policy.setContentLengthRange(1, 100)
      const { postURL, formData } = await context.client.presignedPostPolicy(policy)
      const form = new FormData()
      for (const [name, value] of Object.entries(formData)) form.append(name, String(value))
      form.append('file', new Blob(['posted']), 'a.txt')
      expect((await fetch(postURL, { method: 'POST', body: form })).status).to.equal(204)
      expect((await read(context, 'posted')).toString()).to.equal('posted')
    },
    'tells an absent object and an absent bucket apart': async ({ client, bucket }) => {
      expect(await client.getObject(bucket, 'absent').catch(codeOf)).to.equal('NoSuchKey')
      expect(await client.getObject(freshName('absent'), 'absent').catch(codeOf)).to.equal('NoSuchBucket')
    },
  },
})

const codeOf = (error: unknown) => (error as { code?: string }).code

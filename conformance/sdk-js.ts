// AWS SDK for JavaScript v3 with its defaults: CRC32 in a trailer, validation of answers, flexible checksums.
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectAnnotationCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectAnnotationCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  NoSuchAnnotation,
  NoSuchKey,
  NotFound,
  paginateListObjectAnnotations,
  paginateListObjectsV2,
  PutObjectAnnotationCommand,
  PutObjectCommand,
  S3ServiceException,
  UploadPartCommand,
  waitUntilObjectExists,
} from '@aws-sdk/client-s3'
import { expect } from 'chai'
import { suiteOf } from './suite.ts'
import { closeWorkspace, openWorkspace, sampleBytes } from './workspace.ts'
import type { Workspace } from './workspace.ts'

const { version } = createRequire(import.meta.url)('@aws-sdk/client-s3/package.json') as { version: string }

const put = ({ s3, bucket }: Workspace, key: string, body: string | Buffer = 'content') =>
  s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }))

async function read({ s3, bucket }: Workspace, key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  return (await Body?.transformToString()) ?? ''
}

/** The error that `attempt` ends with. */
async function failure(attempt: Promise<unknown>): Promise<S3ServiceException> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof S3ServiceException) return error
  throw new Error(error === undefined ? 'the server accepted it' : 'no error of the service', {
    cause: error,
  })
}

export const sdkJs = suiteOf<Workspace>({
  name: 'sdk-js',
  client: 'AWS SDK for JavaScript v3',
  covers:
    'default trailing checksums, streams, modelled errors, metadata, conditions, multipart, paginators, waiters',
  version: () => Promise.resolve(version),
  open: (target) => openWorkspace(target, 'sdkjs'),
  close: closeWorkspace,
  rules: {
    'puts and gets bytes with metadata, verifying the checksum': async ({ s3, bucket }) => {
      const address = { Bucket: bucket, Key: 'put é+ %/🪣' }
      await s3.send(
        new PutObjectCommand({
          ...address,
          Body: 'content',
          Metadata: { a: '1' },
          ContentType: 'text/plain',
        }),
      )
      const got = await s3.send(new GetObjectCommand({ ...address, ChecksumMode: 'ENABLED' }))
      expect(await got.Body?.transformToString()).to.equal('content')
      expect(got).to.deep.include({ Metadata: { a: '1' }, ContentType: 'text/plain', ContentLength: 7 })
      expect(got.ChecksumCRC32).to.be.a('string')
    },
    'uploads a stream of known length': async (workspace) => {
      const { s3, bucket } = workspace
      const bytes = sampleBytes(300_000, 8)
      const Body = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)])
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: 'streamed', Body, ContentLength: bytes.length }),
      )
      const { Body: back } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: 'streamed' }))
      expect(bytes.equals((await back?.transformToByteArray()) ?? Buffer.alloc(0))).to.equal(true)
    },
    'turns errors into the classes of the model': async ({ s3, bucket }) => {
      const address = { Bucket: bucket, Key: 'absent' }
      expect(await failure(s3.send(new GetObjectCommand(address)))).to.be.instanceOf(NoSuchKey)
      expect(await failure(s3.send(new HeadObjectCommand(address)))).to.be.instanceOf(NotFound)
      const error = await failure(s3.send(new GetObjectCommand(address)))
      expect(error.$metadata.requestId).to.be.a('string').and.not.equal('')
    },
    'creates only what is absent': async (workspace) => {
      const { s3, bucket } = workspace
      const once = () =>
        s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'once', Body: 'x', IfNoneMatch: '*' }))
      await once()
      const error = await failure(once())
      expect([error.name, error.$metadata.httpStatusCode]).to.deep.equal(['PreconditionFailed', 412])
    },
    'assembles a multipart upload with checksums of its parts': async (workspace) => {
      const { s3, bucket } = workspace
      const address = { Bucket: bucket, Key: 'multipart' }
      const { UploadId } = await s3.send(
        new CreateMultipartUploadCommand({ ...address, ChecksumAlgorithm: 'SHA256' }),
      )
      const Parts = []
      for (const [index, Body] of [sampleBytes(5 * 1024 * 1024), Buffer.from('tail')].entries()) {
        const part = { PartNumber: index + 1, ChecksumAlgorithm: 'SHA256' } as const
        const { ETag, ChecksumSHA256 } = await s3.send(
          new UploadPartCommand({ ...address, UploadId, Body, ...part }),
        )
        Parts.push({ PartNumber: part.PartNumber, ETag, ChecksumSHA256 })
      }
      const done = await s3.send(
        new CompleteMultipartUploadCommand({ ...address, UploadId, MultipartUpload: { Parts } }),
      )
      expect(done.ChecksumSHA256).to.match(/-2$/)
      const attributes = await s3.send(
        new GetObjectAttributesCommand({ ...address, ObjectAttributes: ['ObjectParts', 'ObjectSize'] }),
      )
      expect([attributes.ObjectSize, attributes.ObjectParts?.TotalPartsCount]).to.deep.equal([
        5 * 1024 * 1024 + 4,
        2,
      ])
    },
    'pages through a listing': async (workspace) => {
      const keys = ['page/a', 'page/b c', 'page/d&<e>', 'page/é', 'page/🪣']
      for (const key of keys) await put(workspace, key)
      const { s3, bucket } = workspace
      const found: (string | undefined)[] = []
      for await (const page of paginateListObjectsV2(
        { client: s3, pageSize: 2 },
        { Bucket: bucket, Prefix: 'page/' },
      ))
        found.push(...(page.Contents ?? []).map(({ Key }) => Key))
      expect(found).to.deep.equal(keys)
    },
    'lists prefixes': async (workspace) => {
      for (const key of ['roll/a/1', 'roll/a/2', 'roll/b']) await put(workspace, key)
      const { s3, bucket } = workspace
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: 'roll/', Delimiter: '/' }),
      )
      expect(page.CommonPrefixes).to.deep.equal([{ Prefix: 'roll/a/' }])
      expect(page.KeyCount).to.equal(2)
    },
    'copies and deletes many': async (workspace) => {
      const { s3, bucket } = workspace
      await put(workspace, 'many/a & b')
      const CopySource = encodeURIComponent(`${bucket}/many/a & b`)
      await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: 'many/copy', CopySource }))
      expect(await read(workspace, 'many/copy')).to.equal('content')
      const Objects = [{ Key: 'many/a & b' }, { Key: 'many/copy' }]
      const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects } }))
      expect(Deleted?.map(({ Key }) => Key)).to.have.members(['many/a & b', 'many/copy'])
    },
    'annotates an object, and its copy': async (workspace) => {
      const { s3, bucket } = workspace
      await put(workspace, 'annotated')
      const object = { Bucket: bucket, Key: 'annotated' }
      for (const AnnotationName of ['ml.mood', 'ml.labels', 'source']) {
        const AnnotationPayload = `{"of":"${AnnotationName}"}`
        await s3.send(new PutObjectAnnotationCommand({ ...object, AnnotationName, AnnotationPayload }))
      }
      await s3.send(new DeleteObjectAnnotationCommand({ ...object, AnnotationName: 'source' }))
      const copy = { Bucket: bucket, Key: 'annotated copy' }
      await s3.send(new CopyObjectCommand({ ...copy, CopySource: `${bucket}/annotated` }))
      const found: (string | undefined)[] = []
      const query = { ...copy, AnnotationPrefix: 'ml.' }
      for await (const page of paginateListObjectAnnotations({ client: s3, pageSize: 1 }, query))
        found.push(...(page.Annotations ?? []).map(({ AnnotationName }) => AnnotationName))
      expect(found).to.deep.equal(['ml.labels', 'ml.mood'])
      const get = (AnnotationName: string) =>
        s3.send(new GetObjectAnnotationCommand({ ...copy, AnnotationName, ChecksumMode: 'ENABLED' }))
      const { AnnotationPayload, ChecksumCRC32 } = await get('ml.mood')
      expect(await AnnotationPayload?.transformToString()).to.equal('{"of":"ml.mood"}')
      expect(ChecksumCRC32).to.be.a('string')
      expect(await failure(get('source'))).to.be.instanceOf(NoSuchAnnotation)
    },
    'waits for an object that is there': async (workspace) => {
      const { s3, bucket } = workspace
      await put(workspace, 'awaited')
      const { state } = await waitUntilObjectExists(
        { client: s3, maxWaitTime: 10 },
        { Bucket: bucket, Key: 'awaited' },
      )
      expect(state).to.equal('SUCCESS')
    },
    'finds the bucket in the list and its location': async ({ s3, bucket, target }) => {
      const { Buckets } = await s3.send(new ListBucketsCommand({}))
      expect(Buckets?.map(({ Name }) => Name)).to.include(bucket)
      const { LocationConstraint } = await s3.send(new GetBucketLocationCommand({ Bucket: bucket }))
      expect(LocationConstraint ?? 'us-east-1').to.equal(target.region)
    },
  },
})

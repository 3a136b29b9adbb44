// A bucket on the server and a folder on this machine for one suite; both are gone afterwards.
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  AbortMultipartUploadCommand,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Target } from './suite.ts'

export interface Workspace {
  readonly target: Target
  readonly s3: S3Client
  readonly bucket: string
  readonly folder: string
}

export async function openWorkspace(target: Target, name: string): Promise<Workspace> {
  const s3 = s3Client(target)
  const bucket = freshName(name)
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))
  return { target, s3, bucket, folder: await mkdtemp(join(tmpdir(), 'seau-conformance-')) }
}

export async function closeWorkspace({ s3, bucket, folder }: Workspace): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await removeBucket(s3, bucket)
  s3.destroy()
}

export const s3Client = (target: Target): S3Client =>
  new S3Client({
    endpoint: target.endpoint,
    region: target.region,
    forcePathStyle: true,
    credentials: { accessKeyId: target.accessKey, secretAccessKey: target.secretKey },
  })

export const freshName = (name: string) => `conformance-${name}-${randomBytes(4).toString('hex')}`

/** Empties and deletes a bucket, unfinished uploads included. */
export async function removeBucket(s3: S3Client, bucket: string): Promise<void> {
  const { Uploads } = await s3.send(new ListMultipartUploadsCommand({ Bucket: bucket }))
  for (const { Key, UploadId } of Uploads ?? [])
    await s3.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }))
  for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    const Objects = (page.Contents ?? []).map(({ Key }) => ({ Key }))
    if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects } }))
  }
  await s3.send(new DeleteBucketCommand({ Bucket: bucket }))
}

/**
 * Writes files below `folder` and returns their paths in the same order. They are a minute old, because `aws s3 sync`
 * takes a file written in the second of its upload for newer than the object.
 */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<string[]> {
  const minuteAgo = new Date(Date.now() - 60_000)
  const paths: string[] = []
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    await utimes(path, minuteAgo, minuteAgo)
    paths.push(path)
  }
  return paths
}

/** Bytes that do not compress and are the same in each run. */
export function sampleBytes(size: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(size)
  let state = seed
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}

/** Names that file systems allow and that clients are known to spoil. */
export const difficultNames = [
  'plain.txt',
  'with space.txt',
  'plus+plus.txt',
  'percent%20.txt',
  'été/crème brûlée.txt',
  '日本語/🪣.txt',
  "quote's & <angle>.txt",
  'semi;colon=equal?question#hash.txt',
  '~tilde!star*(paren).txt',
]

export const readText = (path: string) => readFile(path, 'utf8')

import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { bucketOfArn } from '../buckets/bucket-arn.ts'
import { bytesBody } from '../objects/bytes-body.ts'
import { putObject } from '../objects/put-object.ts'
import { authorise } from '../policy/authorise.ts'
import { csvLine, fieldsOf } from './csv.ts'
import { inventoryEntries } from './entries.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { InventoryConfiguration } from '../buckets/inventory.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'
import type { UploadBody } from '../ports.ts'

export interface Report {
  readonly bucket: Bucket
  readonly inventory: InventoryConfiguration
  /** The source bucket's owner, who must be allowed to write into the destination. */
  readonly owner: ProjectCaller
  readonly signal: AbortSignal
}

interface DataFile {
  readonly key: string
  /** In bytes. */
  readonly size: number
  /** Hexadecimal. */
  readonly md5: string
}

/**
 * Writes a report with its manifest into the destination bucket. Throws what PutObject throws.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
 */
export async function writeReport(parts: Parts, report: Report): Promise<void> {
  const { bucket, inventory } = report
  const { prefix } = inventory.destination
  const folder = [...(prefix === undefined ? [] : [prefix]), bucket.name, inventory.id].join('/')
  const now = parts.clock.now()
  // 2026-01-31T05-00Z
  const minute = new Date(now).toISOString().slice(0, 16).replace(':', '-')
  const file = await writeData(parts, report, `${folder}/data/${parts.ids.uuid()}.csv.gz`)
  const manifest = JSON.stringify(manifestOf(report, file, now), undefined, 2)
  const target = bucketOfArn(inventory.destination.bucket)
  const write = (key: string, text: string) => put(parts, report, key, bytesBody(Buffer.from(text)))
  await write(`${folder}/hive/dt=${minute.replace('T', '-')}/symlink.txt`, `s3://${target}/${file.key}\n`)
  await write(`${folder}/${minute}Z/manifest.json`, manifest)
  // Comes last: who sees it finds the rest.
  await write(`${folder}/${minute}Z/manifest.checksum`, createHash('md5').update(manifest).digest('hex'))
}

async function writeData(parts: Parts, report: Report, key: string): Promise<DataFile> {
  const md5 = createHash('md5')
  const { size } = await put(parts, report, key, streamBody(hashed(gzipped(linesOf(parts, report)), md5)))
  return { key, size, md5: md5.digest('hex') }
}

async function* linesOf(parts: Parts, { bucket, inventory, signal }: Report): AsyncGenerator<string> {
  for await (const page of inventoryEntries(parts, bucket, inventory)) {
    signal.throwIfAborted()
    yield page.map((entry) => csvLine(bucket.name, entry, inventory)).join('')
  }
}

function gzipped(lines: AsyncIterable<string>): AsyncIterable<Buffer> {
  // Errors come out of the last stream, where they are waited for.
  return pipeline(Readable.from(lines), createGzip(), () => undefined)
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}

const manifestOf = ({ bucket, inventory }: Report, { key, size, md5 }: DataFile, now: number) => ({
  sourceBucket: bucket.name,
  destinationBucket: inventory.destination.bucket,
  version: '2016-11-30',
  creationTimestamp: String(now),
  fileFormat: 'CSV',
  fileSchema: fieldsOf(inventory).join(', '),
  files: [{ key, size, MD5checksum: md5 }],
})

async function put(parts: Parts, { inventory, owner, signal }: Report, key: string, body: UploadBody) {
  const object = { bucket: bucketOfArn(inventory.destination.bucket), key, versionId: undefined }
  await authorise(parts)(owner, 's3:PutObject', { bucket: object.bucket, key })
  return putObject(parts)(owner, object, body, {
    attributes: {},
    storageClass: 'STANDARD',
    acl: { canned: 'bucket-owner-full-control' },
    encryption: inventory.destination.encryption,
    signal: () => signal,
  })
}

const streamBody = (stream: AsyncIterable<Buffer>): UploadBody => ({
  size: undefined,
  algorithms: [],
  stream: () => stream,
  readAll: () => Promise.reject(new Error('The size of a report is not known before its end.')),
  claims: () => ({}),
})

import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { PackageBroken, sealedSize } from '../../lib/sealed-packages.ts'
import { sealedReader } from '../encryption/content-reader.ts'
import { DataKeyBroken, findDataKey, type Encrypted } from '../encryption/data-key.ts'
import { S3Error } from '../errors.ts'
import { BlobMissing, type NamedBlob } from '../ports.ts'
import type { LostBlob, VerifyOptions } from './verification.ts'
import type { Parts } from '../parts.ts'

interface LostPage {
  readonly checked: number
  readonly lost: readonly { readonly blob: NamedBlob; readonly reason: LostBlob['reason'] }[]
}

type Reason = LostBlob['reason'] | undefined
type LostParts = Pick<Parts, 'blobs' | 'metadata' | 'serverKey'>

const pageSize = 500
const parallel = 4

/** Walks all blobs that rows name, a page at a time, and looks whether they are what the rows say. */
export async function* findLost(parts: LostParts, options: VerifyOptions): AsyncGenerator<LostPage> {
  let after = ''
  for (;;) {
    options.signal?.throwIfAborted()
    const page = await parts.metadata.listNamedBlobs({ after, limit: pageSize })
    const last = page.at(-1)
    if (!last) return
    yield { checked: page.length, lost: await lostAmong(parts, page, options) }
    after = last.cursor
  }
}

async function lostAmong(parts: LostParts, page: readonly NamedBlob[], options: VerifyOptions) {
  const suspects: { blob: NamedBlob; reason: LostBlob['reason'] }[] = []
  for (let n = 0; n < page.length; n += parallel) {
    const group = page.slice(n, n + parallel)
    const reasons = await Promise.all(group.map((blob) => faultOf(parts, blob, options)))
    group.forEach((blob, index) => {
      const reason = reasons[index]
      if (reason) suspects.push({ blob, reason })
    })
  }
  if (suspects.length === 0) return []
  // What was deleted since the page was read has not been lost.
  const used = await parts.metadata.usedBlobs(suspects.map(({ blob }) => blob.blobId))
  return suspects.filter(({ blob }) => used.has(blob.blobId))
}

async function faultOf(
  parts: LostParts,
  blob: NamedBlob,
  { isDeep, signal }: VerifyOptions,
): Promise<Reason> {
  const size = await parts.blobs.size(blob.blobId)
  if (size === undefined) return 'missing'
  if (size !== (blob.encryption ? sealedSize(blob.size) : blob.size)) return 'size'
  if (!isDeep) return undefined
  try {
    return (await isIntact(parts, blob, signal)) ? undefined : 'content'
  } catch (error) {
    if (error instanceof BlobMissing) return 'missing'
    throw error
  }
}

/** Whether the bytes are what they were when they came, as far as it can be told. */
const isIntact = async (
  parts: LostParts,
  { encryption, ...blob }: NamedBlob,
  signal: AbortSignal | undefined,
): Promise<boolean> =>
  encryption ? opens(parts, { ...blob, encryption }, signal) : hasMd5(parts.blobs, blob, signal)

async function hasMd5(
  blobs: Parts['blobs'],
  { blobId, etag }: Pick<NamedBlob, 'blobId' | 'etag'>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (!/^[0-9a-f]{32}$/.test(etag)) return true
  const md5 = createHash('md5')
  await pipeline(await blobs.read(blobId), md5, { signal })
  return md5.digest('hex') === etag
}

/** Encrypted bytes carry proof of what they were; nobody but the customer can look at those under a key of theirs. */
async function opens(
  parts: LostParts,
  blob: NamedBlob & Encrypted,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    const dataKey = await findDataKey(parts, blob)
    if (!dataKey || blob.size === 0) return true
    const slice = { start: 0, end: blob.size - 1 }
    const body = await sealedReader(parts.blobs, dataKey).read(blob, slice)
    await pipeline(
      body,
      new Writable({
        write: (_chunk, _encoding, done) => {
          done()
        },
      }),
      { signal },
    )
    return true
  } catch (error) {
    if (error instanceof PackageBroken || error instanceof DataKeyBroken || error instanceof S3Error)
      return false
    throw error
  }
}

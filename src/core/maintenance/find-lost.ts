import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { BlobMissing, type NamedBlob } from '../ports.ts'
import type { LostBlob, VerifyOptions } from './verification.ts'
import type { Parts } from '../parts.ts'

interface LostPage {
  readonly checked: number
  readonly lost: readonly { readonly blob: NamedBlob; readonly reason: LostBlob['reason'] }[]
}

type Reason = LostBlob['reason'] | undefined
type LostParts = Pick<Parts, 'blobs' | 'metadata'>

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

async function lostAmong({ blobs, metadata }: LostParts, page: readonly NamedBlob[], options: VerifyOptions) {
  const suspects: { blob: NamedBlob; reason: LostBlob['reason'] }[] = []
  for (let n = 0; n < page.length; n += parallel) {
    const group = page.slice(n, n + parallel)
    const reasons = await Promise.all(group.map((blob) => faultOf(blobs, blob, options)))
    group.forEach((blob, index) => {
      const reason = reasons[index]
      if (reason) suspects.push({ blob, reason })
    })
  }
  if (suspects.length === 0) return []
  // What was deleted since the page was read has not been lost.
  const used = await metadata.usedBlobs(suspects.map(({ blob }) => blob.blobId))
  return suspects.filter(({ blob }) => used.has(blob.blobId))
}

async function faultOf(
  blobs: Parts['blobs'],
  blob: NamedBlob,
  { isDeep, signal }: VerifyOptions,
): Promise<Reason> {
  const size = await blobs.size(blob.blobId)
  if (size === undefined) return 'missing'
  if (size !== blob.size) return 'size'
  if (!isDeep || !/^[0-9a-f]{32}$/.test(blob.etag)) return undefined
  try {
    const md5 = createHash('md5')
    await pipeline(await blobs.read(blob.blobId), md5, { signal })
    return md5.digest('hex') === blob.etag ? undefined : 'content'
  } catch (error) {
    if (error instanceof BlobMissing) return 'missing'
    throw error
  }
}

import { minPartBytes } from '../uploads/choose-parts.ts'
import { openPart } from '../uploads/open-part.ts'
import { putPart } from '../uploads/put-part.ts'
import { piecesOf } from '../../lib/pieces.ts'
import type { Caller } from '../caller.ts'
import type { Part } from '../uploads/upload.ts'
import type { Parts } from '../parts.ts'
import type { ResumableUpload } from './resumable-upload.ts'
import type { UploadBody } from '../ports.ts'

/** No upload has more parts. */
export const mostParts = 10_000
/** A crash loses what came of one part. */
const usualPartBytes = 16 * 1024 ** 2

interface Appending {
  readonly upload: ResumableUpload
  readonly stored: readonly Part[]
}

/**
 * Stores what comes, part by part, and keeps all of it when it breaks off. A last part that is too small to be followed by another is read
 * back and takes in what comes next. Returns how many bytes the upload has now.
 */
export async function appendBytes(
  parts: Parts,
  caller: Caller,
  { upload, stored }: Appending,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  const partBytes = Math.max(usualPartBytes, Math.ceil((upload.size ?? 0) / (mostParts - 1)))
  const pieces = piecesOf(source)
  let total = sizeOf(stored)
  let last = stored.at(-1)
  while (await pieces.hasMore()) {
    const kept = last && last.size < minPartBytes ? last : undefined
    total -= kept?.size ?? 0
    last = await (kept ? refill(kept) : putNext(last))
    total += last.size
  }
  return total

  function putNext(before: Part | undefined): Promise<Part> {
    return put((before?.partNumber ?? 0) + 1, pieces.next(partBytes))
  }
  async function refill(kept: Part): Promise<Part> {
    const bytes = joined(await openPart(parts)(caller, upload, kept), pieces.next(partBytes - kept.size))
    return put(kept.partNumber, bytes)
  }
  function put(partNumber: number, bytes: AsyncGenerator<Buffer>): Promise<Part> {
    return putPart(parts)(caller, { ...upload, partNumber }, streamed(bytes), { signal: never })
  }
}

export const sizeOf = (stored: readonly Part[]): number => stored.reduce((sum, { size }) => sum + size, 0)

async function* joined(first: AsyncIterable<Buffer>, second: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* first
  yield* second
}

const streamed = (bytes: AsyncGenerator<Buffer>): UploadBody => ({
  size: undefined,
  algorithms: [],
  stream: () => bytes,
  readAll: () => Promise.reject(new Error('How much comes is not known before its end.')),
  claims: () => ({}),
})

/** What has come is kept although its client has gone. */
const never = () => new AbortController().signal

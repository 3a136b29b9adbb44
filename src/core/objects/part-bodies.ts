import { Readable } from 'node:stream'
import type { BlobStore, ByteSlice } from '../ports.ts'
import type { ObjectPart } from './object-version.ts'

interface Piece {
  readonly blobId: string
  readonly slice: ByteSlice
}

/** The bytes of a multipart object from its parts' blobs, the first already open, so that a missing one is known before the headers. */
export async function partBodies(
  blobs: BlobStore,
  parts: readonly ObjectPart[],
  slice: ByteSlice,
): Promise<Readable> {
  const [first, ...rest] = piecesOf(parts, slice)
  if (!first) return Readable.from([])
  const opened = await blobs.read(first.blobId, first.slice)
  if (rest.length === 0) return opened
  const chunks = async function* (): AsyncGenerator<Buffer> {
    yield* opened as AsyncIterable<Buffer>
    for (const { blobId, slice: part } of rest)
      yield* (await blobs.read(blobId, part)) as AsyncIterable<Buffer>
  }
  const body = Readable.from(chunks(), { objectMode: false, highWaterMark: 1 << 18 })
  // A generator that was never started does not run its clean-up.
  return body.once('close', () => opened.destroy())
}

/** The slice of each part that lies within a slice of the whole. */
function piecesOf(parts: readonly ObjectPart[], { start, end }: ByteSlice): readonly Piece[] {
  const pieces: Piece[] = []
  let offset = 0
  for (const { blobId, size } of parts) {
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, size - 1)
    if (from <= to) pieces.push({ blobId, slice: { start: from, end: to } })
    offset += size
  }
  return pieces
}

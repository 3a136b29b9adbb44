import { Readable } from 'node:stream'
import type { ByteSlice } from '../ports.ts'
import type { ContentReader, NamedContent } from '../encryption/content-reader.ts'
import type { ObjectPart } from './object-version.ts'

interface Piece {
  readonly content: NamedContent
  readonly slice: ByteSlice
}

/** The bytes of a multipart object from its parts' blobs, the first already open, so that a missing one is known before the headers. */
export async function partBodies(
  reader: ContentReader,
  parts: readonly ObjectPart[],
  slice: ByteSlice,
): Promise<Readable> {
  const [first, ...rest] = piecesOf(parts, slice)
  if (!first) return Readable.from([])
  const opened = await reader.read(first.content, first.slice)
  if (rest.length === 0) return opened
  const chunks = async function* (): AsyncGenerator<Buffer> {
    yield* opened as AsyncIterable<Buffer>
    for (const { content, slice: part } of rest)
      yield* (await reader.read(content, part)) as AsyncIterable<Buffer>
  }
  const body = Readable.from(chunks(), { objectMode: false, highWaterMark: 1 << 18 })
  // A generator that was never started does not run its clean-up.
  return body.once('close', () => opened.destroy())
}

/** The slice of each part that lies within a slice of the whole. */
function piecesOf(parts: readonly ObjectPart[], { start, end }: ByteSlice): readonly Piece[] {
  const pieces: Piece[] = []
  let offset = 0
  for (const content of parts) {
    const { size } = content
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, size - 1)
    if (from <= to) pieces.push({ content, slice: { start: from, end: to } })
    offset += size
  }
  return pieces
}

import { BlobMissing, type ByteSlice } from '../ports.ts'
import { contentReader, type ContentReader, type NamedContent } from '../encryption/content-reader.ts'
import { partBodies } from './part-bodies.ts'
import { partsOf } from './parts-of.ts'
import type { Readable } from 'node:stream'
import type { ObjectPart, ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'
import type { ReadAccess } from '../encryption/data-key.ts'

interface WantedContent {
  readonly version: ObjectVersion
  /** Undefined: all of it. */
  readonly slice: ByteSlice | undefined
}

/** The plain bytes of a version that was found with its data, or a slice of them. Throws what `openDataKey` throws. */
export async function openVersion(
  parts: Pick<Parts, 'blobs' | 'metadata' | 'serverKey'>,
  { version, slice }: WantedContent,
  access: ReadAccess,
): Promise<Readable | Buffer> {
  const reader = await contentReader(parts, version, access)
  const objectParts = await partsOf(parts, version)
  return openContent(reader, { version, slice }, objectParts)
}

/** The same with what is known already: its parts, in order, when it has any. */
export function openContent(
  reader: ContentReader,
  { version, slice }: WantedContent,
  objectParts: readonly ObjectPart[],
): Promise<Readable | Buffer> | Buffer {
  const { content, size, sequence } = version
  const wanted = slice ?? { start: 0, end: size - 1 }
  if (content.kind === 'blob') return openBlob(reader, { blobId: content.blobId, size }, wanted)
  if (content.kind === 'parts') return partBodies(reader, objectParts, wanted)
  if (!content.data) throw new BlobMissing(`inline/${String(sequence)}`)
  return reader.inline(content.data, size, slice)
}

/** Bytes up to which a blob is read at once: a stream costs more than holding them. */
const atOnceBytes = 256 * 1024

/** The bytes of one blob, or a slice of them. */
export function openBlob(
  reader: ContentReader,
  content: NamedContent,
  wanted: ByteSlice,
): Promise<Readable | Buffer> | Buffer {
  const length = wanted.end - wanted.start + 1
  if (length === 0) return Buffer.alloc(0)
  return length <= atOnceBytes ? reader.readBytes(content, wanted) : reader.read(content, wanted)
}

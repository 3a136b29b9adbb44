import { contentReader } from '../encryption/content-reader.ts'
import { openVersion } from './open-version.ts'
import type { ByteSlice } from '../ports.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'
import type { ReadAccess } from '../encryption/data-key.ts'

interface WantedBytes {
  readonly version: ObjectVersion
  /** Undefined: all of them. */
  readonly slice?: ByteSlice | undefined
}

/** The plain bytes of a version that was found with its data, or a slice of them, for what fits in memory. Throws what `openDataKey` throws. */
export async function versionBytes(
  parts: Pick<Parts, 'blobs' | 'metadata' | 'serverKey'>,
  { version, slice }: WantedBytes,
  access: ReadAccess,
): Promise<Buffer> {
  const { content, size } = version
  if (content.kind === 'blob' && size > 0) {
    const reader = await contentReader(parts, version, access)
    return reader.readBytes({ blobId: content.blobId, size }, slice ?? { start: 0, end: size - 1 })
  }
  const body = await openVersion(parts, { version, slice }, access)
  if (Buffer.isBuffer(body)) return body
  const chunks: Buffer[] = []
  for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

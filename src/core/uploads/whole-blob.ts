import type { ByteSlice } from '../ports.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import type { ObjectPart, ObjectVersion } from '../objects/object-version.ts'

/** A blob of an object and what is known of its bytes. */
export interface WholeBlob {
  readonly blobId: string
  readonly size: number
  /** MD5 in hexadecimal. */
  readonly etag: string
  /** Base64, of the algorithm asked for. */
  readonly checksum: string | undefined
}

interface Wanted {
  /** Undefined: the whole object. */
  readonly slice: ByteSlice | undefined
  /** The blob must come with this checksum. */
  readonly algorithm: ChecksumAlgorithm | undefined
}

/** The one blob that holds exactly the bytes asked for, so that a copy of them can be a link; undefined when they must be read. */
export function wholeBlob(
  version: ObjectVersion,
  objectParts: readonly ObjectPart[],
  wanted: Wanted,
): WholeBlob | undefined {
  const { slice = { start: 0, end: version.size - 1 }, algorithm } = wanted
  const blob = blobAt(version, objectParts, slice.start)
  if (blob?.size !== slice.end - slice.start + 1) return undefined
  if (algorithm === undefined) return { ...blob, checksum: undefined }
  const isKnown = version.attributes.checksum?.algorithm === algorithm && blob.checksum !== undefined
  return isKnown ? blob : undefined
}

function blobAt(
  { content, size, etag, attributes }: ObjectVersion,
  objectParts: readonly ObjectPart[],
  start: number,
): WholeBlob | undefined {
  if (content.kind === 'blob') {
    // A copy of a multipart object's only part keeps the ETag of the whole, which is no MD5.
    const isMd5 = !etag.includes('-')
    return start === 0 && isMd5
      ? { blobId: content.blobId, size, etag, checksum: attributes.checksum?.value }
      : undefined
  }
  let offset = 0
  for (const part of objectParts) {
    if (offset === start) return part
    offset += part.size
  }
  return undefined
}

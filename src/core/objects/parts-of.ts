import { BlobMissing } from '../ports.ts'
import type { ObjectPart, ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

/** The parts of a multipart object, in order; none of others. Throws BlobMissing when the version has gone since it was read. */
export async function partsOf(
  { metadata }: Pick<Parts, 'metadata'>,
  { content, sequence }: Pick<ObjectVersion, 'content' | 'sequence'>,
): Promise<readonly ObjectPart[]> {
  if (content.kind !== 'parts') return []
  const parts = await metadata.listObjectParts(sequence)
  if (parts.length !== content.count) throw new BlobMissing(`parts/${String(sequence)}`)
  return parts
}

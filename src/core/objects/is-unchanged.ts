import { isDeepStrictEqual } from 'node:util'
import { maxAnnotations, type Annotation } from '../annotations/annotation.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

/** Whether a live object, its tags and the like, and its annotations are still what was duplicated. */
export async function isUnchanged(
  { metadata }: Pick<Parts, 'metadata'>,
  tx: MetadataTransaction,
  { bucketId, key, sequence, attributes }: ObjectVersion,
  annotations: readonly Annotation[],
): Promise<boolean> {
  const found = await tx.findObject(bucketId, key)
  if (found?.sequence !== sequence || !isDeepStrictEqual(found.attributes, attributes)) return false
  const kept = await metadata.listAnnotations({ sequence, limit: maxAnnotations })
  return isDeepStrictEqual(kept.map(nameAndTag), annotations.map(nameAndTag))
}

const nameAndTag = ({ name, etag }: Annotation) => [name, etag]

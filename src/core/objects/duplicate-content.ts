import { BlobMissing, type BlobPlace, type BlobStore } from '../ports.ts'
import { partsOf } from './parts-of.ts'
import type { NewContent } from './object-write.ts'
import type { ObjectPart, ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

/** The bytes of a version as they are at rest once more, without moving large ones. Throws BlobMissing. */
export async function duplicateContent(
  { metadata, blobs }: Pick<Parts, 'metadata' | 'blobs'>,
  version: ObjectVersion,
  place: BlobPlace,
): Promise<NewContent> {
  const { content, sequence } = version
  if (content.kind === 'blob') return { kind: 'blob', blobId: (await blobs.copy(content.blobId, place)).id }
  if (content.kind === 'parts')
    return {
      kind: 'parts',
      parts: await duplicateParts(blobs, await partsOf({ metadata }, version), place),
    }
  if (!content.data) throw new BlobMissing(`inline/${String(sequence)}`)
  return { kind: 'inline', data: content.data }
}

async function duplicateParts(
  blobs: BlobStore,
  parts: readonly ObjectPart[],
  place: BlobPlace,
): Promise<readonly ObjectPart[]> {
  const copies: ObjectPart[] = []
  try {
    for (const part of parts) copies.push({ ...part, blobId: (await blobs.copy(part.blobId, place)).id })
    return copies
  } catch (error) {
    await discardContent(blobs, { kind: 'parts', parts: copies })
    throw error
  }
}

/** Removes the blobs of content that no row came to name. */
export async function discardContent(blobs: BlobStore, content: NewContent): Promise<void> {
  if (content.kind === 'blob') await blobs.remove(content.blobId)
  if (content.kind === 'parts') for (const { blobId } of content.parts) await blobs.remove(blobId)
}

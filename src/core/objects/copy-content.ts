import { createDigests } from '../../lib/digests.ts'
import { checksumOf, loadChecksums, type ChecksumAlgorithm } from '../../lib/checksum.ts'
import { BlobMissing, type BlobPlace, type BlobStore } from '../ports.ts'
import { partBodies } from './part-bodies.ts'
import type { Checksum, ObjectPart, ObjectVersion } from './object-version.ts'
import type { NewContent } from './object-write.ts'
import type { Parts } from '../parts.ts'

interface CopyTarget {
  readonly place: BlobPlace
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined
}

/** The same bytes once more: small ones as they are, blobs by the store's own copy, part by part for a multipart object. */
export async function copyContent(
  parts: Pick<Parts, 'metadata' | 'blobs'>,
  source: ObjectVersion,
  { place, checksumAlgorithm }: CopyTarget,
): Promise<{ readonly content: NewContent; readonly checksum: Checksum | undefined }> {
  const { metadata, blobs } = parts
  const objectParts = source.content.kind === 'parts' ? await metadata.listObjectParts(source.sequence) : []
  const checksum = await checksumFor(blobs, source, objectParts, checksumAlgorithm)
  return { content: await duplicate(blobs, source, objectParts, place), checksum }
}

async function duplicate(
  blobs: BlobStore,
  { content, sequence }: ObjectVersion,
  objectParts: readonly ObjectPart[],
  place: BlobPlace,
): Promise<NewContent> {
  if (content.kind === 'blob') return { kind: 'blob', blobId: (await blobs.copy(content.blobId, place)).id }
  if (content.kind === 'parts')
    return { kind: 'parts', parts: await duplicateParts(blobs, objectParts, place) }
  if (!content.data) throw new BlobMissing(`inline/${String(sequence)}`)
  return { kind: 'inline', data: content.data }
}

async function duplicateParts(
  blobs: BlobStore,
  parts: readonly ObjectPart[],
  place: BlobPlace,
): Promise<readonly ObjectPart[]> {
  const copies: ObjectPart[] = []
  for (const part of parts) copies.push({ ...part, blobId: (await blobs.copy(part.blobId, place)).id })
  return copies
}

/** The source's own checksum serves unless another one is asked for; then the bytes are read once. */
async function checksumFor(
  blobs: BlobStore,
  { content, size, attributes }: ObjectVersion,
  objectParts: readonly ObjectPart[],
  algorithm: ChecksumAlgorithm | undefined,
): Promise<Checksum | undefined> {
  if (algorithm === undefined || algorithm === attributes.checksum?.algorithm) return attributes.checksum
  await loadChecksums([algorithm])
  if (content.kind === 'inline' && content.data) {
    return { algorithm, type: 'FULL_OBJECT', value: checksumOf(algorithm, content.data).toString('base64') }
  }
  const digests = createDigests([algorithm])
  const body =
    content.kind === 'blob'
      ? await blobs.read(content.blobId, { start: 0, end: size - 1 })
      : await partBodies(blobs, objectParts, { start: 0, end: size - 1 })
  for await (const chunk of body) digests.update(chunk as Buffer)
  return { algorithm, type: 'FULL_OBJECT', value: digests.digest()[algorithm].toString('base64') }
}

/** Removes the blobs of content that no row came to name. */
export async function discardContent(blobs: BlobStore, content: NewContent): Promise<void> {
  if (content.kind === 'blob') await blobs.remove(content.blobId)
  if (content.kind === 'parts') for (const { blobId } of content.parts) await blobs.remove(blobId)
}

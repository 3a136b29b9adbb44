import { isLocked } from '../objects/object-lock.ts'
import type { Metadata, NamedBlob } from '../ports.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

/**
 * Deletes the version or the annotation whose bytes are lost, unless it has been written anew; what is under object lock stays, and so do parts of
 * unfinished uploads. Tells whether it went.
 */
export async function dropLost(
  { clock, metadata, settings }: Pick<Parts, 'clock' | 'metadata' | 'settings'>,
  blob: NamedBlob,
): Promise<boolean> {
  const { bucketId, key, versionId, annotation } = blob
  if (versionId === undefined) return false
  return metadata.transaction(async (tx) => {
    const version = await tx.findVersion(bucketId, key, versionId)
    if (!version || !(await names(metadata, version, blob))) return false
    const { ownerId, sequence, attributes } = version
    const now = clock.now()
    const trashAfter = now + settings.trashMs
    if (annotation !== undefined) {
      if (isLocked(attributes.lock, { now, bypassesGovernance: false })) return false
      return tx.removeAnnotation(sequence, annotation, trashAfter)
    }
    const answer = await tx.write({ kind: 'delete', bucketId, key, versionId, ownerId, now, trashAfter })
    return answer.kind === 'deleted'
  })
}

async function names(
  metadata: Metadata,
  { content, sequence }: ObjectVersion,
  { blobId, annotation }: NamedBlob,
): Promise<boolean> {
  if (annotation !== undefined) {
    const stored = (await metadata.findAnnotation(sequence, annotation))?.content
    return stored?.kind === 'blob' && stored.blobId === blobId
  }
  if (content.kind === 'blob') return content.blobId === blobId
  if (content.kind === 'inline') return false
  return (await metadata.listObjectParts(sequence)).some((part) => part.blobId === blobId)
}

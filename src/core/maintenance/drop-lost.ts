import type { Metadata, NamedBlob } from '../ports.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

/**
 * Deletes the version whose bytes are lost, unless it has been written anew; what is under object lock stays, and so do parts of unfinished
 * uploads. Tells whether it went.
 */
export async function dropLost(
  { clock, metadata, settings }: Pick<Parts, 'clock' | 'metadata' | 'settings'>,
  blob: NamedBlob,
): Promise<boolean> {
  const { bucketId, key, versionId } = blob
  if (versionId === undefined) return false
  return metadata.transaction(async (tx) => {
    const version = await tx.findVersion(bucketId, key, versionId)
    if (!version || !(await names(metadata, version, blob))) return false
    const { ownerId } = version
    const now = clock.now()
    const trashAfter = now + settings.trashMs
    const answer = await tx.write({ kind: 'delete', bucketId, key, versionId, ownerId, now, trashAfter })
    return answer.kind === 'deleted'
  })
}

async function names(
  metadata: Metadata,
  { content, sequence }: ObjectVersion,
  { blobId }: NamedBlob,
): Promise<boolean> {
  if (content.kind === 'blob') return content.blobId === blobId
  if (content.kind === 'inline') return false
  return (await metadata.listObjectParts(sequence)).some((part) => part.blobId === blobId)
}

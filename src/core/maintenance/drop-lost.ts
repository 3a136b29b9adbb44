import type { Metadata, NamedBlob } from '../ports.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

/** Deletes the object whose bytes are lost, unless it has been written anew; parts of unfinished uploads stay. Tells whether it went. */
export async function dropLost(
  { clock, metadata, settings }: Pick<Parts, 'clock' | 'metadata' | 'settings'>,
  blob: NamedBlob,
): Promise<boolean> {
  if (blob.uploadId !== undefined) return false
  const { bucketId, key } = blob
  return metadata.transaction(async (tx) => {
    const version = await tx.findObject(bucketId, key)
    if (!version || !(await names(metadata, version, blob))) return false
    const now = clock.now()
    await tx.write({ kind: 'delete', bucketId, key, now, trashAfter: now + settings.trashMs })
    return true
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

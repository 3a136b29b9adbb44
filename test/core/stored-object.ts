import type { Project } from '../../src/core/projects/project.ts'
import type { Bucket } from '../../src/core/buckets/bucket.ts'
import type { ObjectAttributes } from '../../src/core/objects/object-version.ts'
import type { Metadata } from '../../src/core/ports.ts'

/** Stores a one-byte object of a project in a bucket. */
export async function storeObject(
  metadata: Metadata,
  bucket: Bucket,
  { key, owner, attributes = {} }: { key: string; owner: Project; attributes?: ObjectAttributes },
): Promise<void> {
  await metadata.write({
    kind: 'put',
    bucketId: bucket.id,
    key,
    size: 1,
    etag: '0cc175b9c0f1b6a831c399e269772661',
    ownerId: owner.canonicalId,
    storageClass: 'STANDARD',
    attributes,
    content: { kind: 'inline', data: Buffer.from('a') },
    now: 1000,
    trashAfter: 1000,
  })
}

import type { ObjectDelete, ObjectPut } from '../../src/core/objects/object-write.ts'
import type { Connection } from '../../src/metadata/connection.ts'

/** The bucket that `addBucket` makes. */
export const bucketId = 1

/** A project and a bucket, as far as writes of objects look at them. */
export async function addBucket({ knex }: Connection): Promise<void> {
  await knex('projects').insert({
    id: 'p',
    name: 'p',
    canonical_id: 'c',
    namespace: '',
    created_at: 0,
  })
  await knex('buckets').insert({
    id: bucketId,
    project_id: 'p',
    namespace: '',
    name: 'b',
    region: 'us-east-1',
    versioning: 'off',
    configuration: '{}',
    created_at: 0,
  })
}

export const putOf = (key: string, text = key, changes: Partial<ObjectPut> = {}): ObjectPut => ({
  kind: 'put',
  bucketId,
  key,
  size: Buffer.byteLength(text),
  etag: `etag of ${text}`,
  ownerId: 'c',
  storageClass: 'STANDARD',
  attributes: {},
  content: { kind: 'inline', data: Buffer.from(text) },
  now: 1000,
  trashAfter: 2000,
  ...changes,
})

export const deleteOf = (key: string, changes: Partial<ObjectDelete> = {}): ObjectDelete => ({
  kind: 'delete',
  bucketId,
  key,
  ownerId: 'c',
  now: 1000,
  trashAfter: 2000,
  ...changes,
})

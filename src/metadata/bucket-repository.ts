import type { Knex } from 'knex'
import { behindKey, behindPrefix } from '../lib/key-order.ts'
import type { NoteChange } from './catalog-changes.ts'
import type { Bucket, BucketConfiguration, NewBucket, Versioning } from '../core/buckets/bucket.ts'
import type { BucketQuery } from '../core/ports.ts'

interface BucketRow {
  id: number
  project_id: string
  namespace: string
  name: string
  region: string
  versioning: Bucket['versioning']
  configuration: string
  created_at: number
}

export function bucketRepository(db: Knex) {
  const buckets = () => db<BucketRow>('buckets')
  return {
    find: async (namespace: string, name: string): Promise<Bucket | undefined> => {
      const row = await buckets().where({ namespace, name }).first()
      return row && bucketFrom(row)
    },
    list: async ({ projectId, prefix = '', after, limit }: BucketQuery): Promise<readonly Bucket[]> => {
      const query = buckets().where('name', '>=', prefix).where('name', '<', behindPrefix(prefix))
      if (projectId !== undefined) query.where({ project_id: projectId })
      if (after !== undefined) query.where('name', '>=', behindKey(after))
      return (await query.orderBy(['name', 'namespace']).limit(limit)).map(bucketFrom)
    },
    countOfProject: async (projectId: string): Promise<number> => {
      const [row] = await buckets().where({ project_id: projectId }).count({ count: '*' })
      return Number(row?.count ?? 0)
    },
  }
}

export function bucketChanges(db: Knex, note: NoteChange) {
  const buckets = () => db<BucketRow>('buckets')
  const noteBucket = async (id: number) => {
    const row = await buckets().where({ id }).first('namespace', 'name')
    if (row) await note(entryOf(row))
  }
  return {
    create: async (bucket: NewBucket): Promise<Bucket> => {
      const [id] = await buckets().insert({
        project_id: bucket.projectId,
        namespace: bucket.namespace,
        name: bucket.name,
        region: bucket.region,
        versioning: bucket.versioning,
        configuration: JSON.stringify(bucket.configuration),
        created_at: bucket.createdAt,
      })
      if (id === undefined) throw new Error('The database gave the bucket no id.')
      await note(entryOf(bucket))
      return { ...bucket, id }
    },
    configure: async (id: number, configuration: BucketConfiguration) => {
      await buckets()
        .where({ id })
        .update({ configuration: JSON.stringify(configuration) })
      await noteBucket(id)
    },
    setVersioning: async (id: number, versioning: Versioning) => {
      await buckets().where({ id }).update({ versioning })
      await noteBucket(id)
    },
    remove: async (id: number) => {
      await noteBucket(id)
      await buckets().where({ id }).delete()
      await db('usage').where({ bucket_id: id }).delete()
    },
  }
}

const entryOf = ({ namespace, name }: Pick<Bucket, 'namespace' | 'name'>) =>
  `bucket:${namespace}/${name}` as const

const bucketFrom = (row: BucketRow): Bucket => ({
  id: row.id,
  projectId: row.project_id,
  namespace: row.namespace,
  name: row.name,
  region: row.region,
  versioning: row.versioning,
  configuration: JSON.parse(row.configuration) as BucketConfiguration,
  createdAt: row.created_at,
})

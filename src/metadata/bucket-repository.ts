import type { Knex } from 'knex'
import { behindPrefix } from '../lib/key-order.ts'
import { accountFrom, textOf, type AccountColumns } from './project-repository.ts'
import type { NoteChange } from './catalog-changes.ts'
import type { Bucket, BucketConfiguration, NewBucket, Versioning } from '../core/buckets/bucket.ts'
import type { Quota } from '../core/usage/quota.ts'
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
  quota: string | null
}

/** With what its project says of it. */
interface JoinedRow extends BucketRow {
  account_state: AccountColumns['state']
  account_quota: AccountColumns['quota']
  account_rates: AccountColumns['rates']
}

export function bucketRepository(db: Knex) {
  const buckets = () =>
    db<BucketRow>('buckets')
      .leftJoin('projects', 'projects.id', 'buckets.project_id')
      .select<JoinedRow[]>('buckets.*', {
        account_state: 'projects.state',
        account_quota: 'projects.quota',
        account_rates: 'projects.rates',
      })
  return {
    find: async (namespace: string, name: string): Promise<Bucket | undefined> => {
      const [row] = await buckets().where({ 'buckets.namespace': namespace, 'buckets.name': name })
      return row && bucketFrom(row)
    },
    list: async ({ projectId, prefix = '', after, limit }: BucketQuery): Promise<readonly Bucket[]> => {
      const query = buckets()
        .where('buckets.name', '>=', prefix)
        .where('buckets.name', '<', behindPrefix(prefix))
      if (projectId !== undefined) query.where({ project_id: projectId })
      if (after) query.whereRaw('(buckets.name, buckets.namespace) > (?, ?)', [after.name, after.namespace])
      return (await query.orderBy(['buckets.name', 'buckets.namespace']).limit(limit)).map(bucketFrom)
    },
    countOfProject: async (projectId: string): Promise<number> => {
      const [row] = await db<BucketRow>('buckets').where({ project_id: projectId }).count({ count: '*' })
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
    setQuota: async (id: number, quota: Quota | undefined) => {
      await buckets()
        .where({ id })
        .update({ quota: textOf(quota) })
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

const bucketFrom = (row: JoinedRow): Bucket => ({
  id: row.id,
  projectId: row.project_id,
  namespace: row.namespace,
  name: row.name,
  region: row.region,
  versioning: row.versioning,
  configuration: JSON.parse(row.configuration) as BucketConfiguration,
  createdAt: row.created_at,
  ...(row.quota !== null && { quota: JSON.parse(row.quota) as Quota }),
  ...accountOf(row),
})

function accountOf(row: JoinedRow): Pick<Bucket, 'account'> {
  const { account_state: state, account_quota: quota, account_rates: rates } = row
  if (state === null && quota === null && rates === null) return {}
  return { account: accountFrom({ state, quota, rates }) }
}

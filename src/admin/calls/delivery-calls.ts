import { ownedBucket } from '../owned-bucket.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

export const deliveryCalls = ({ buckets, catalog }: Pick<Core, 'buckets' | 'catalog'>) => ({
  getDelivery: async ({ name, project }: InputOf<'getDelivery'>) => {
    const { owner } = await ownedBucket(catalog, { name, project })
    return buckets.getDelivery(owner, name)
  },
  putDelivery: async ({ name, project, delivery }: InputOf<'putDelivery'>) => {
    const { owner } = await ownedBucket(catalog, { name, project })
    await buckets.putDelivery(owner, name, delivery)
    return buckets.getDelivery(owner, name)
  },
})

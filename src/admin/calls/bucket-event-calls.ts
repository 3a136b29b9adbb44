import { eventPage } from '../event-page.ts'
import { isoTime } from '../../lib/iso-time.ts'
import { ownedBucket } from '../owned-bucket.ts'
import type { Core } from '../../core/create-core.ts'
import type { Delivery } from '../../core/events/delivery-log.ts'
import type { InputOf } from '../contract.ts'

/** What the targets of events heard of a bucket, and what they are to hear yet. */
export const bucketEventCalls = ({ events, catalog }: Pick<Core, 'events' | 'catalog'>) => ({
  listBucketEvents: async ({ state, after, ...named }: InputOf<'listBucketEvents'>) => {
    const { bucket } = await ownedBucket(catalog, named)
    return eventPage(events, { state, after, bucketId: bucket.id })
  },
  replayBucketEvents: async ({ ids, ...named }: InputOf<'replayBucketEvents'>) => {
    const { bucket } = await ownedBucket(catalog, named)
    return { count: await events.replay({ ids, bucketId: bucket.id }) }
  },
  listDeliveries: async (named: InputOf<'listDeliveries'>) => {
    const { bucket } = await ownedBucket(catalog, named)
    return { deliveries: events.deliveries(bucket.id).map(deliveryOutput) }
  },
  listTargets: () =>
    Promise.resolve({
      targets: events
        .targets()
        .map(({ name, kind }) => ({ name, kind, arn: `arn:seau:sqs::${name}:${kind}` })),
    }),
})

const deliveryOutput = ({ at, problem, ...delivery }: Delivery) => ({
  ...delivery,
  at: isoTime(at),
  problem: problem ?? null,
})

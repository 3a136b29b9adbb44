import { targetName } from '../events/target.ts'
import { S3Error } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { checkDelivery, type Delivery } from './delivery.ts'
import { getBucket } from './get-bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** Empty for a bucket that has said nothing. Throws NoSuchBucket. */
export const getDelivery =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<Delivery> =>
    (await getBucket(parts, caller, name)).configuration.delivery ?? {}

/** Replaces all of it. Throws NoSuchBucket, and InvalidArgument, also for a target that there is not. */
export const putDelivery =
  (parts: Pick<Parts, 'metadata' | 'notificationTargets'>) =>
  async (caller: Caller, name: string, delivery: Delivery): Promise<void> => {
    checkDelivery(delivery)
    const { purge } = delivery
    if (purge !== undefined && !parts.notificationTargets.has(targetName(purge))) {
      throw new S3Error('InvalidArgument', {
        message: 'There is no such target of notifications.',
        detail: { ArgumentName: 'purge', ArgumentValue: purge },
      })
    }
    await changeConfiguration(parts, { caller, name }, (configuration) => ({ ...configuration, delivery }))
  }

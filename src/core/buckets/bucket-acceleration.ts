import { S3Error } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { Acceleration } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** Undefined when it has never been set. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html */
export const getAcceleration =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<Acceleration | undefined> =>
    (await getBucket(parts, caller, name)).configuration.acceleration

/**
 * Remembers the state; there is no network of edge locations for it to act on. Throws InvalidRequest for a name with dots.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAccelerateConfiguration.html
 */
export const putAcceleration =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, acceleration: Acceleration): Promise<void> => {
    if (name.includes('.')) {
      throw new S3Error('InvalidRequest', {
        message: 'S3 Transfer Acceleration is not supported for buckets with periods (.) in their names',
      })
    }
    await changeConfiguration(parts, { caller, name }, (kept) => ({ ...kept, acceleration }))
  }

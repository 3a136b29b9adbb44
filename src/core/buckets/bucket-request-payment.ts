import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { Payer } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html */
export const getRequestPayment =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<Payer> =>
    (await getBucket(parts, caller, name)).configuration.payer ?? 'BucketOwner'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketRequestPayment.html */
export const putRequestPayment =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string, payer: Payer): Promise<void> =>
    changeConfiguration(parts, { caller, name }, ({ payer: _replaced, ...kept }) =>
      payer === 'Requester' ? { ...kept, payer } : kept,
    )

import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { AbacStatus } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAbac.html */
export const getAbac =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<AbacStatus> =>
    (await getBucket(parts, caller, name)).configuration.abac ?? 'Disabled'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAbac.html */
export const putAbac =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string, abac: AbacStatus): Promise<void> =>
    changeConfiguration(parts, { caller, name }, (kept) => ({ ...kept, abac }))

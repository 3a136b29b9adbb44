import { S3Error } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { type CorsRule, checkCorsRules } from './cors.ts'
import { getBucket } from './get-bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** Throws NoSuchCORSConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html */
export const getBucketCors =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<readonly CorsRule[]> => {
    const { cors } = (await getBucket(parts, caller, name)).configuration
    if (cors) return cors
    throw new S3Error('NoSuchCORSConfiguration', { detail: { BucketName: name } })
  }

/** Throws what checkCorsRules throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html */
export const putBucketCors =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, cors: readonly CorsRule[]): Promise<void> => {
    checkCorsRules(cors)
    await changeConfiguration(parts, { caller, name }, (configuration) => ({ ...configuration, cors }))
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html */
export const deleteBucketCors =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<void> => {
    await changeConfiguration(parts, { caller, name }, ({ cors, ...kept }) => kept)
  }

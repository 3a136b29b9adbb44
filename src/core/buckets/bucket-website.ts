import { S3Error } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import { checkWebsite, type Website } from './website.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** Throws NoSuchWebsiteConfiguration. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html */
export const getBucketWebsite =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<Website> => {
    const { website } = (await getBucket(parts, caller, name)).configuration
    if (website) return website
    throw new S3Error('NoSuchWebsiteConfiguration', { detail: { BucketName: name } })
  }

/** Throws what checkWebsite throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html */
export const putBucketWebsite =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, website: Website): Promise<void> => {
    checkWebsite(website)
    await changeConfiguration(parts, { caller, name }, (kept) => ({ ...kept, website }))
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketWebsite.html */
export const deleteBucketWebsite =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string): Promise<void> =>
    changeConfiguration(parts, { caller, name }, ({ website, ...kept }) => kept)

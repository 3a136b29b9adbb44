import { bucketDocument } from './bucket-document.ts'
import { type BucketEncryption, type EncryptionRule, parseBucketEncryption } from './encryption.ts'
import { getBucket } from './get-bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

const document = bucketDocument('encryption', { missing: 'ServerSideEncryptionConfigurationNotFoundError' })

/** What the bucket says, else the server's default. Throws ServerSideEncryptionConfigurationNotFoundError. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html */
export const getBucketEncryption =
  (parts: Pick<Parts, 'metadata' | 'settings'>) =>
  async (caller: Caller, name: string): Promise<BucketEncryption> => {
    const { encryption } = (await getBucket(parts, caller, name)).configuration
    if (!encryption && parts.settings.encrypt === 'AES256')
      return { byDefault: { form: 'AES256' }, bucketKeyEnabled: false }
    return document.get(parts)(caller, name)
  }

/** Throws what parseBucketEncryption throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html */
export const putBucketEncryption =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, rules: readonly EncryptionRule[]): Promise<void> => {
    await document.put(parts)(caller, name, parseBucketEncryption(rules))
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html */
export const deleteBucketEncryption = document.delete

import { S3Error } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import { type BucketEncryption, type EncryptionRule, parseBucketEncryption } from './encryption.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** What the bucket says, else the server's default. Throws ServerSideEncryptionConfigurationNotFoundError. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html */
export const getBucketEncryption =
  (parts: Pick<Parts, 'metadata' | 'settings'>) =>
  async (caller: Caller, name: string): Promise<BucketEncryption> => {
    const { encryption } = (await getBucket(parts, caller, name)).configuration
    if (encryption) return encryption
    if (parts.settings.encrypt === 'AES256') return { byDefault: { form: 'AES256' }, bucketKeyEnabled: false }
    throw new S3Error('ServerSideEncryptionConfigurationNotFoundError', { detail: { BucketName: name } })
  }

/** Throws what parseBucketEncryption throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html */
export const putBucketEncryption =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, rules: readonly EncryptionRule[]): Promise<void> => {
    const encryption = parseBucketEncryption(rules)
    await changeConfiguration(parts, { caller, name }, (configuration) => ({ ...configuration, encryption }))
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html */
export const deleteBucketEncryption =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<void> => {
    await changeConfiguration(parts, { caller, name }, ({ encryption, ...kept }) => kept)
  }

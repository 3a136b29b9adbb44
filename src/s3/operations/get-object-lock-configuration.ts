import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html */
export const getObjectLockConfiguration = operation(
  'GetObjectLockConfiguration',
  async ({ input, caller, core }) => {
    const { name } = await core.buckets.get(caller, input.Bucket)
    throw new S3Error('ObjectLockConfigurationNotFoundError', { detail: { BucketName: name } })
  },
)

import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html */
export const getBucketLifecycleConfiguration = operation(
  'GetBucketLifecycleConfiguration',
  async ({ input, caller, core }) => {
    const { name } = await core.buckets.get(caller, input.Bucket)
    throw new S3Error('NoSuchLifecycleConfiguration', { detail: { BucketName: name } })
  },
)

import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html */
export const getBucketReplication = operation('GetBucketReplication', async ({ input, caller, core }) => {
  const { name } = await core.buckets.get(caller, input.Bucket)
  throw new S3Error('ReplicationConfigurationNotFoundError', { detail: { BucketName: name } })
})

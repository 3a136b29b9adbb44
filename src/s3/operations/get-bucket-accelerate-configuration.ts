import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html */
export const getBucketAccelerateConfiguration = operation(
  'GetBucketAccelerateConfiguration',
  async ({ input, caller, core }) => ({ Status: await core.buckets.getAcceleration(caller, input.Bucket) }),
)

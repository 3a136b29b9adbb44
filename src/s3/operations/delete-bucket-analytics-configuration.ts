import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketAnalyticsConfiguration.html */
export const deleteBucketAnalyticsConfiguration = operation(
  'DeleteBucketAnalyticsConfiguration',
  async ({ input, caller, core }) => {
    await core.buckets.analytics.delete(caller, input.Bucket, input.Id)
    return {}
  },
)

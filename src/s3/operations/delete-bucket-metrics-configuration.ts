import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketMetricsConfiguration.html */
export const deleteBucketMetricsConfiguration = operation(
  'DeleteBucketMetricsConfiguration',
  async ({ input, caller, core }) => {
    await core.buckets.metrics.delete(caller, input.Bucket, input.Id)
    return {}
  },
)

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketMetricsConfigurations.html */
export const listBucketMetricsConfigurations = operation(
  'ListBucketMetricsConfigurations',
  async ({ input, caller, core }) => {
    await core.buckets.get(caller, input.Bucket)
    return { IsTruncated: false }
  },
)

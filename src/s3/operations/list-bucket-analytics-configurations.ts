import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketAnalyticsConfigurations.html */
export const listBucketAnalyticsConfigurations = operation(
  'ListBucketAnalyticsConfigurations',
  async ({ input, caller, core }) => {
    await core.buckets.get(caller, input.Bucket)
    return { IsTruncated: false }
  },
)

import { analyticsOutput } from '../analytics-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAnalyticsConfiguration.html */
export const getBucketAnalyticsConfiguration = operation(
  'GetBucketAnalyticsConfiguration',
  async ({ input, caller, core }) => {
    const configuration = await core.buckets.analytics.get(caller, input.Bucket, input.Id)
    return { AnalyticsConfiguration: analyticsOutput(configuration) }
  },
)

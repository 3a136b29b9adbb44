import { analyticsOutput } from '../analytics-configuration.ts'
import { lastListed, pageOutput } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketAnalyticsConfigurations.html */
export const listBucketAnalyticsConfigurations = operation(
  'ListBucketAnalyticsConfigurations',
  async ({ input, caller, core }) => {
    const page = await core.buckets.analytics.list(caller, input.Bucket, lastListed(input))
    return {
      ...pageOutput(input, page),
      AnalyticsConfigurationList: page.configurations.map(analyticsOutput),
    }
  },
)

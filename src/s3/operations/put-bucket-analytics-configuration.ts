import { analyticsOf } from '../analytics-configuration.ts'
import { checkSameId } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAnalyticsConfiguration.html */
export const putBucketAnalyticsConfiguration = operation(
  'PutBucketAnalyticsConfiguration',
  async ({ input, caller, core }) => {
    const configuration = analyticsOf(input.AnalyticsConfiguration)
    checkSameId(input.Id, configuration.id)
    await core.buckets.analytics.put(caller, input.Bucket, configuration)
    return {}
  },
)

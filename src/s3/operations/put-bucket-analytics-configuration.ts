import { analyticsOf } from '../analytics-configuration.ts'
import { putNamed } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAnalyticsConfiguration.html */
export const putBucketAnalyticsConfiguration = operation(
  'PutBucketAnalyticsConfiguration',
  ({ input, caller, core }) =>
    putNamed(core.buckets.analytics, { caller, input }, analyticsOf(input.AnalyticsConfiguration)),
)

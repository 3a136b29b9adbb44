import { metricsOf } from '../metrics-configuration.ts'
import { putNamed } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketMetricsConfiguration.html */
export const putBucketMetricsConfiguration = operation(
  'PutBucketMetricsConfiguration',
  ({ input, caller, core }) =>
    putNamed(core.buckets.metrics, { caller, input }, metricsOf(input.MetricsConfiguration)),
)

import { metricsOutput } from '../metrics-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketMetricsConfiguration.html */
export const getBucketMetricsConfiguration = operation(
  'GetBucketMetricsConfiguration',
  async ({ input, caller, core }) => {
    const configuration = await core.buckets.metrics.get(caller, input.Bucket, input.Id)
    return { MetricsConfiguration: metricsOutput(configuration) }
  },
)

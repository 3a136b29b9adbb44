import { metricsOutput } from '../metrics-configuration.ts'
import { lastListed, pageOutput } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketMetricsConfigurations.html */
export const listBucketMetricsConfigurations = operation(
  'ListBucketMetricsConfigurations',
  async ({ input, caller, core }) => {
    const page = await core.buckets.metrics.list(caller, input.Bucket, lastListed(input))
    return {
      ...pageOutput(input, page),
      MetricsConfigurationList: page.configurations.map(metricsOutput),
    }
  },
)

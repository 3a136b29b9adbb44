import { metricsOf } from '../metrics-configuration.ts'
import { checkSameId } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketMetricsConfiguration.html */
export const putBucketMetricsConfiguration = operation(
  'PutBucketMetricsConfiguration',
  async ({ input, caller, core }) => {
    const configuration = metricsOf(input.MetricsConfiguration)
    checkSameId(input.Id, configuration.id)
    await core.buckets.metrics.put(caller, input.Bucket, configuration)
    return {}
  },
)

import { intelligentTieringOutput } from '../intelligent-tiering-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketIntelligentTieringConfiguration.html */
export const getBucketIntelligentTieringConfiguration = operation(
  'GetBucketIntelligentTieringConfiguration',
  async ({ input, caller, core }) => {
    const configuration = await core.buckets.intelligentTiering.get(caller, input.Bucket, input.Id)
    return { IntelligentTieringConfiguration: intelligentTieringOutput(configuration) }
  },
)

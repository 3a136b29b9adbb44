import { intelligentTieringOutput } from '../intelligent-tiering-configuration.ts'
import { lastListed, pageOutput } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketIntelligentTieringConfigurations.html */
export const listBucketIntelligentTieringConfigurations = operation(
  'ListBucketIntelligentTieringConfigurations',
  async ({ input, caller, core }) => {
    const page = await core.buckets.intelligentTiering.list(caller, input.Bucket, lastListed(input))
    return {
      ...pageOutput(input, page),
      IntelligentTieringConfigurationList: page.configurations.map(intelligentTieringOutput),
    }
  },
)

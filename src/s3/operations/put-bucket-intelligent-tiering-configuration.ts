import { intelligentTieringOf } from '../intelligent-tiering-configuration.ts'
import { checkSameId } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketIntelligentTieringConfiguration.html */
export const putBucketIntelligentTieringConfiguration = operation(
  'PutBucketIntelligentTieringConfiguration',
  async ({ input, caller, core }) => {
    const configuration = intelligentTieringOf(input.IntelligentTieringConfiguration)
    checkSameId(input.Id, configuration.id)
    await core.buckets.intelligentTiering.put(caller, input.Bucket, configuration)
    return {}
  },
)

import { intelligentTieringOf } from '../intelligent-tiering-configuration.ts'
import { putNamed } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketIntelligentTieringConfiguration.html */
export const putBucketIntelligentTieringConfiguration = operation(
  'PutBucketIntelligentTieringConfiguration',
  ({ input, caller, core }) =>
    putNamed(
      core.buckets.intelligentTiering,
      { caller, input },
      intelligentTieringOf(input.IntelligentTieringConfiguration),
    ),
)

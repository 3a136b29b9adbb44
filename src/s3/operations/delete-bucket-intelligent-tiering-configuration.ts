import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketIntelligentTieringConfiguration.html */
export const deleteBucketIntelligentTieringConfiguration = operation(
  'DeleteBucketIntelligentTieringConfiguration',
  async ({ input, caller, core }) => {
    await core.buckets.intelligentTiering.delete(caller, input.Bucket, input.Id)
    return {}
  },
)

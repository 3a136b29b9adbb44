import { operation } from '../operation.ts'
import { tagsOf } from '../tagging.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html */
export const putBucketTagging = operation('PutBucketTagging', async ({ input, caller, core }) => {
  await core.buckets.putTags(caller, input.Bucket, tagsOf(input.Tagging.TagSet))
  return {}
})

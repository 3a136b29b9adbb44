import { operation } from '../operation.ts'
import { tagSetOf } from '../tagging.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html */
export const getBucketTagging = operation('GetBucketTagging', async ({ input, caller, core }) => {
  const tags = await core.buckets.getTags(caller, input.Bucket)
  return { TagSet: tagSetOf(tags) }
})

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html */
export const deleteBucketTagging = operation('DeleteBucketTagging', async ({ input, caller, core }) => {
  await core.buckets.deleteTags(caller, input.Bucket)
  return {}
})

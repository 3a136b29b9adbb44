import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketWebsite.html */
export const deleteBucketWebsite = operation('DeleteBucketWebsite', async ({ input, caller, core }) => {
  await core.buckets.deleteWebsite(caller, input.Bucket)
  return {}
})

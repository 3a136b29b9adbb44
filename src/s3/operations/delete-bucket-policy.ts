import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html */
export const deleteBucketPolicy = operation('DeleteBucketPolicy', async ({ input, caller, core }) => {
  await core.buckets.deletePolicy(caller, input.Bucket)
  return {}
})

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html */
export const deleteBucketLifecycle = operation('DeleteBucketLifecycle', async ({ input, caller, core }) => {
  await core.buckets.deleteLifecycle(caller, input.Bucket)
  return {}
})

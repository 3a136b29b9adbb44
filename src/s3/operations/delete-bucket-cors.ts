import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html */
export const deleteBucketCors = operation('DeleteBucketCors', async ({ input, caller, core }) => {
  await core.buckets.deleteCors(caller, input.Bucket)
  return {}
})

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html */
export const deleteBucketEncryption = operation('DeleteBucketEncryption', async ({ input, caller, core }) => {
  await core.buckets.deleteEncryption(caller, input.Bucket)
  return {}
})

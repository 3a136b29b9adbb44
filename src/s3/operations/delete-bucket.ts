import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html */
export const deleteBucket = operation('DeleteBucket', async ({ input, caller, core }) => {
  await core.buckets.delete(caller, input.Bucket)
  return {}
})

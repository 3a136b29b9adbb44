import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export const getBucketPolicy = operation('GetBucketPolicy', async ({ input, caller, core }) => {
  return { Policy: await core.buckets.getPolicy(caller, input.Bucket) }
})

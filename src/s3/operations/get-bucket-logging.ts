import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html */
export const getBucketLogging = operation('GetBucketLogging', async ({ input, caller, core }) => {
  await core.buckets.get(caller, input.Bucket)
  return {}
})

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAbac.html */
export const getBucketAbac = operation('GetBucketAbac', async ({ input, caller, core }) => ({
  AbacStatus: { Status: await core.buckets.getAbac(caller, input.Bucket) },
}))

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const headBucket = operation('HeadBucket', async ({ input, caller, core }) => {
  const { region } = await core.buckets.get(caller, input.Bucket)
  return { BucketRegion: region }
})

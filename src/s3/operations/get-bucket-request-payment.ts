import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html */
export const getBucketRequestPayment = operation(
  'GetBucketRequestPayment',
  async ({ input, caller, core }) => {
    await core.buckets.get(caller, input.Bucket)
    return { Payer: 'BucketOwner' as const }
  },
)

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html */
export const getBucketRequestPayment = operation(
  'GetBucketRequestPayment',
  async ({ input, caller, core }) => ({ Payer: await core.buckets.getRequestPayment(caller, input.Bucket) }),
)

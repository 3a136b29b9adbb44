import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketRequestPayment.html */
export const putBucketRequestPayment = operation(
  'PutBucketRequestPayment',
  async ({ input, caller, core }) => {
    await core.buckets.putRequestPayment(caller, input.Bucket, input.RequestPaymentConfiguration.Payer)
    return {}
  },
)

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html */
export const putBucketPolicy = operation('PutBucketPolicy', async ({ input, caller, core }) => {
  await core.buckets.putPolicy(caller, input.Bucket, input.Policy, {
    confirmsRemovingItself: input.ConfirmRemoveSelfBucketAccess === true,
  })
  return {}
})

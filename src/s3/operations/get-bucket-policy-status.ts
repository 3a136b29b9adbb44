import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html */
export const getBucketPolicyStatus = operation('GetBucketPolicyStatus', async ({ input, caller, core }) => {
  const { isPublic } = await core.buckets.getPolicyStatus(caller, input.Bucket)
  return { PolicyStatus: { IsPublic: isPublic } }
})

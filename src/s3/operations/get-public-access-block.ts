import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html */
export const getPublicAccessBlock = operation('GetPublicAccessBlock', async ({ input, caller, core }) => {
  const block = await core.buckets.getPublicAccessBlock(caller, input.Bucket)
  return {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: block.blockPublicAcls,
      IgnorePublicAcls: block.ignorePublicAcls,
      BlockPublicPolicy: block.blockPublicPolicy,
      RestrictPublicBuckets: block.restrictPublicBuckets,
    },
  }
})

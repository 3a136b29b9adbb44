import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html */
export const putPublicAccessBlock = operation('PutPublicAccessBlock', async ({ input, caller, core }) => {
  const given = input.PublicAccessBlockConfiguration
  await core.buckets.putPublicAccessBlock(caller, input.Bucket, {
    blockPublicAcls: given.BlockPublicAcls === true,
    ignorePublicAcls: given.IgnorePublicAcls === true,
    blockPublicPolicy: given.BlockPublicPolicy === true,
    restrictPublicBuckets: given.RestrictPublicBuckets === true,
  })
  return {}
})

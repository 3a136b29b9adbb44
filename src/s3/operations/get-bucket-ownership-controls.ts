import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html */
export const getBucketOwnershipControls = operation(
  'GetBucketOwnershipControls',
  async ({ input, caller, core }) => {
    const ObjectOwnership = await core.buckets.getOwnershipControls(caller, input.Bucket)
    return { OwnershipControls: { Rules: [{ ObjectOwnership }] } }
  },
)

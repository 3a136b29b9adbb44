import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html */
export const getBucketOwnershipControls = operation(
  'GetBucketOwnershipControls',
  async ({ input, caller, core }) => {
    await core.buckets.get(caller, input.Bucket)
    return { OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' as const }] } }
  },
)

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketOwnershipControls.html */
export const deleteBucketOwnershipControls = operation(
  'DeleteBucketOwnershipControls',
  async ({ input, caller, core }) => {
    await core.buckets.deleteOwnershipControls(caller, input.Bucket)
    return {}
  },
)

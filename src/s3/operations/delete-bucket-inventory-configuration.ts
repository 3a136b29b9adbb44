import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketInventoryConfiguration.html */
export const deleteBucketInventoryConfiguration = operation(
  'DeleteBucketInventoryConfiguration',
  async ({ input, caller, core }) => {
    await core.buckets.inventory.delete(caller, input.Bucket, input.Id)
    return {}
  },
)

import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketInventoryConfigurations.html */
export const listBucketInventoryConfigurations = operation(
  'ListBucketInventoryConfigurations',
  async ({ input, caller, core }) => {
    await core.buckets.get(caller, input.Bucket)
    return { IsTruncated: false }
  },
)

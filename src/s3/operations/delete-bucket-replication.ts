import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketReplication.html */
export const deleteBucketReplication = operation(
  'DeleteBucketReplication',
  async ({ input, caller, core }) => {
    await core.buckets.deleteReplication(caller, input.Bucket)
    return {}
  },
)

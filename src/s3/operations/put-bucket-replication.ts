import { operation } from '../operation.ts'
import { replicationOf } from '../replication-configuration.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html */
export const putBucketReplication = operation('PutBucketReplication', async ({ input, caller, core }) => {
  await core.buckets.putReplication(caller, input.Bucket, replicationOf(input.ReplicationConfiguration))
  return {}
})

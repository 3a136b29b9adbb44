import { operation } from '../operation.ts'
import { replicationOutput } from '../replication-configuration.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html */
export const getBucketReplication = operation('GetBucketReplication', async ({ input, caller, core }) =>
  replicationOutput(await core.buckets.getReplication(caller, input.Bucket)),
)

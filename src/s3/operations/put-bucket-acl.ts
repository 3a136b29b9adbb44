import { aclRequestOf } from '../acl-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html */
export const putBucketAcl = operation('PutBucketAcl', async ({ input, caller, core }) => {
  await core.buckets.putAcl(caller, input.Bucket, aclRequestOf(input) ?? {})
  return {}
})

import { documentOf } from '../access-control-policy.ts'
import { aclRequestOf } from '../acl-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html */
export const putBucketAcl = operation('PutBucketAcl', async ({ input, caller, core }) => {
  const request = { ...aclRequestOf(input), document: documentOf(input.AccessControlPolicy) }
  await core.buckets.putAcl(caller, input.Bucket, request)
  return {}
})

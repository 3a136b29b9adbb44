import { aclOutput } from '../acl-output.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html */
export const getBucketAcl = operation('GetBucketAcl', async ({ input, caller, core }) => {
  return aclOutput(await core.buckets.getAcl(caller, input.Bucket))
})

import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html */
export const getBucketPolicyStatus = operation('GetBucketPolicyStatus', async ({ input, caller, core }) => {
  const { name } = await core.buckets.get(caller, input.Bucket)
  throw new S3Error('NoSuchBucketPolicy', { detail: { BucketName: name } })
})

import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAbac.html */
export const putBucketAbac = operation('PutBucketAbac', async ({ input, caller, core }) => {
  const { Status } = input.AbacStatus
  if (Status === undefined) throw new S3Error('MalformedXML')
  await core.buckets.putAbac(caller, input.Bucket, Status)
  return {}
})

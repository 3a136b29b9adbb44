import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAccelerateConfiguration.html */
export const putBucketAccelerateConfiguration = operation(
  'PutBucketAccelerateConfiguration',
  async ({ input, caller, core }) => {
    const { Status } = input.AccelerateConfiguration
    if (Status === undefined) throw new S3Error('MalformedXML')
    await core.buckets.putAcceleration(caller, input.Bucket, Status)
    return {}
  },
)

import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html */
export const putBucketOwnershipControls = operation(
  'PutBucketOwnershipControls',
  async ({ input, caller, core }) => {
    const [rule, ...more] = input.OwnershipControls.Rules
    if (!rule || more.length > 0) throw new S3Error('MalformedXML')
    await core.buckets.putOwnershipControls(caller, input.Bucket, rule.ObjectOwnership)
    return {}
  },
)

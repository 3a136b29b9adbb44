import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html */
export const putBucketVersioning = operation('PutBucketVersioning', async ({ input, caller, core }) => {
  const { Status, MFADelete } = input.VersioningConfiguration
  if (MFADelete === 'Enabled') {
    throw new S3Error('NotImplemented', {
      message: 'MFA delete is not supported.',
      detail: { Header: 'x-amz-mfa' },
    })
  }
  if (Status !== 'Enabled' && Status !== 'Suspended') {
    throw new S3Error('IllegalVersioningConfigurationException')
  }
  await core.buckets.putVersioning(caller, input.Bucket, Status === 'Enabled' ? 'enabled' : 'suspended')
  return {}
})

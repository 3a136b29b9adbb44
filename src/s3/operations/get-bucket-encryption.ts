import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html */
export const getBucketEncryption = operation('GetBucketEncryption', async ({ input, caller, core }) => {
  const { byDefault, bucketKeyEnabled, blocked } = await core.buckets.getEncryption(caller, input.Bucket)
  const rule = {
    ...(byDefault && {
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: byDefault.form,
        KMSMasterKeyID: byDefault.form === 'aws:kms' ? byDefault.keyId : undefined,
      },
    }),
    BucketKeyEnabled: bucketKeyEnabled,
    ...(blocked && { BlockedEncryptionTypes: { EncryptionType: [...blocked] } }),
  }
  return { ServerSideEncryptionConfiguration: { Rules: [rule] } }
})

import { S3Error } from '../../core/errors.ts'
import { objectOf } from '../object-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html */
export const updateObjectEncryption = operation('UpdateObjectEncryption', async ({ input, caller, core }) => {
  const { SSEKMS } = input.ObjectEncryption
  if (!SSEKMS) throw new S3Error('MalformedXML')
  const { KMSKeyArn, BucketKeyEnabled } = SSEKMS
  await core.objects.updateEncryption(caller, objectOf(input), {
    form: 'aws:kms',
    keyId: keyArn(KMSKeyArn),
    bucketKey: BucketKeyEnabled,
  })
  return {}
})

/** Ids and aliases will not do here. */
function keyArn(text: string): string {
  if (text.startsWith('arn:')) return text
  throw new S3Error('InvalidArgument', {
    message: 'The KMS key must be named by its ARN.',
    detail: { ArgumentName: 'KMSKeyArn', ArgumentValue: text },
  })
}

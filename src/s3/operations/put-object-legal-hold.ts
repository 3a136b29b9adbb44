import { S3Error } from '../../core/errors.ts'
import { objectOf } from '../object-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLegalHold.html */
export const putObjectLegalHold = operation('PutObjectLegalHold', async ({ input, caller, core }) => {
  const status = input.LegalHold?.Status
  if (status === undefined) throw new S3Error('MalformedXML')
  await core.objects.putLegalHold(caller, objectOf(input), status === 'ON')
  return {}
})

import { S3Error } from '../../core/errors.ts'
import { objectOf } from '../object-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLegalHold.html */
export const getObjectLegalHold = operation('GetObjectLegalHold', async ({ input, caller, core }) => {
  await core.objects.find(caller, objectOf(input), { action: 's3:GetObjectLegalHold' })
  throw new S3Error('InvalidRequest', { message: 'Bucket is missing Object Lock Configuration' })
})

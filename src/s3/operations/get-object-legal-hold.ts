import { objectOf } from '../object-input.ts'
import { legalHoldStatus } from '../object-output.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLegalHold.html */
export const getObjectLegalHold = operation('GetObjectLegalHold', async ({ input, caller, core }) => {
  const isOn = await core.objects.getLegalHold(caller, objectOf(input))
  return { LegalHold: { Status: legalHoldStatus(isOn) } }
})

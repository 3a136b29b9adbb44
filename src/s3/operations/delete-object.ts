import { objectOf, writeConditionsOf } from '../object-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html */
export const deleteObject = operation('DeleteObject', async ({ input, caller, core }) => {
  await core.objects.delete(caller, objectOf(input), writeConditionsOf(input))
  return {}
})

import { objectOf } from '../object-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectRetention.html */
export const getObjectRetention = operation('GetObjectRetention', async ({ input, caller, core }) => {
  const { mode, retainUntil } = await core.objects.getRetention(caller, objectOf(input))
  return { Retention: { Mode: mode, RetainUntilDate: new Date(retainUntil) } }
})

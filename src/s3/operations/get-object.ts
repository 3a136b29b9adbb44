import { objectOf, readConditionsOf } from '../object-input.ts'
import { objectOutput } from '../object-output.ts'
import { operation } from '../operation.ts'
import { responseOverrides } from '../response-overrides.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const getObject = operation('GetObject', async ({ input, caller, core }) => {
  const opened = await core.objects.open(caller, objectOf(input), {
    range: input.Range,
    partNumber: input.PartNumber,
    conditions: readConditionsOf(input),
  })
  return {
    ...objectOutput(opened, { withChecksum: input.ChecksumMode === 'ENABLED' }),
    ...responseOverrides(input, caller),
    Body: opened.body,
  }
})

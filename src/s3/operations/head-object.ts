import { objectOf, readConditionsOf } from '../object-input.ts'
import { objectOutput } from '../object-output.ts'
import { operation } from '../operation.ts'
import { responseOverrides } from '../response-overrides.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export const headObject = operation('HeadObject', async ({ input, caller, core }) => {
  const found = await core.objects.find(caller, objectOf(input), {
    range: input.Range,
    partNumber: input.PartNumber,
    conditions: readConditionsOf(input),
  })
  return {
    ...objectOutput(found, { withChecksum: input.ChecksumMode === 'ENABLED' }),
    ...responseOverrides(input, caller),
  }
})

import { customerKeyOf, refuseEncryptionHeaders } from '../encryption-input.ts'
import { encryptionOutput } from '../encryption-output.ts'
import { objectOf, readConditionsOf } from '../object-input.ts'
import { objectOutput } from '../object-output.ts'
import { expiryOutput, restoreOutput } from '../lifecycle-headers.ts'
import { operation } from '../operation.ts'
import { responseOverrides } from '../response-overrides.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const getObject = operation('GetObject', async ({ input, caller, core, wire }) => {
  refuseEncryptionHeaders(wire.headers)
  const opened = await core.objects.open(caller, objectOf(input), {
    range: input.Range,
    partNumber: input.PartNumber,
    conditions: readConditionsOf(input),
    customerKey: customerKeyOf(input),
  })
  return {
    Body: opened.body,
    ...objectOutput(opened, { withChecksum: input.ChecksumMode === 'ENABLED' }),
    ...encryptionOutput(opened.version.attributes.encryption, input),
    ...(input.VersionId === undefined && expiryOutput(opened.expiry)),
    ...restoreOutput(opened.restoredUntil),
    ...responseOverrides(input, caller),
  }
})

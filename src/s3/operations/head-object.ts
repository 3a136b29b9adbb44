import { customerKeyOf, refuseEncryptionHeaders } from '../encryption-input.ts'
import { encryptionOutput } from '../encryption-output.ts'
import { objectOf, readConditionsOf } from '../object-input.ts'
import { objectOutput } from '../object-output.ts'
import { expiryOutput, restoreOutput } from '../lifecycle-headers.ts'
import { operation } from '../operation.ts'
import { responseOverrides } from '../response-overrides.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export const headObject = operation('HeadObject', async ({ input, caller, core, wire }) => {
  refuseEncryptionHeaders(wire.headers)
  const found = await core.objects.find(caller, objectOf(input), {
    range: input.Range,
    partNumber: input.PartNumber,
    conditions: readConditionsOf(input),
    customerKey: customerKeyOf(input),
  })
  return {
    ...objectOutput(found, { withChecksum: input.ChecksumMode === 'ENABLED' }),
    ...encryptionOutput(found.version.attributes.encryption, input),
    ...(input.VersionId === undefined && expiryOutput(found.expiry)),
    ...restoreOutput(found.restoredUntil),
    ...responseOverrides(input, caller),
  }
})

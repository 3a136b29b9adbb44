import { customerKeyOf } from '../encryption-input.ts'
import { encryptionOutput } from '../encryption-output.ts'
import { checksumValue, quoted } from '../object-output.ts'
import { operation } from '../operation.ts'
import { partOf } from '../upload-input.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
export const uploadPart = operation('UploadPart', async ({ input, caller, core, body, signal }) => {
  const customerKey = customerKeyOf(input)
  const part = await core.uploads.putPart(caller, partOf(input), body, { signal, customerKey })
  const [announced] = body.algorithms
  return {
    ETag: quoted(part.etag),
    ...encryptionOutput(part.encryption, input),
    ...(announced && part.checksum !== undefined && checksumValue(announced, part.checksum)),
  }
})

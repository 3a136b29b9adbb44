import { parseCopySource } from '../copy-source.ts'
import { customerKeyOf, sourceCustomerKeyOf } from '../encryption-input.ts'
import { encryptionOutput } from '../encryption-output.ts'
import { copySourceConditionsOf } from '../object-input.ts'
import { checksumValue, quoted } from '../object-output.ts'
import { operation } from '../operation.ts'
import { partOf } from '../upload-input.ts'
import type { StoredPart } from '../../core/uploads/put-part.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
export const uploadPartCopy = operation('UploadPartCopy', async ({ input, caller, core, signal }) => {
  const { part, sourceVersionId } = await core.uploads.copyPart(caller, partOf(input), {
    source: parseCopySource(input.CopySource),
    range: input.CopySourceRange,
    sourceConditions: copySourceConditionsOf(input),
    sourceCustomerKey: sourceCustomerKeyOf(input),
    customerKey: customerKeyOf(input),
    signal,
  })
  return {
    CopySourceVersionId: sourceVersionId,
    ...encryptionOutput(part.encryption, input),
    CopyPartResult: {
      ETag: quoted(part.etag),
      LastModified: new Date(part.lastModified),
      ...partChecksum(part),
    },
  }
})

const partChecksum = ({ checksumAlgorithm, checksum }: StoredPart) =>
  checksumAlgorithm && checksum !== undefined ? checksumValue(checksumAlgorithm, checksum) : {}

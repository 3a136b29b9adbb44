import { S3Error } from '../../core/errors.ts'
import { customerKeyOf } from '../encryption-input.ts'
import { encryptionOutput } from '../encryption-output.ts'
import { writeConditionsOf } from '../object-input.ts'
import { checksumOf, checksumOutput, quoted, versionIdOutput } from '../object-output.ts'
import { expiryOutput } from '../lifecycle-headers.ts'
import { operation, type InputOf } from '../operation.ts'
import { locationOf } from '../public-address.ts'
import { uploadOf } from '../upload-input.ts'
import type { NamedPart } from '../../core/uploads/choose-parts.ts'

type CompletedPart = NonNullable<
  NonNullable<InputOf<'CompleteMultipartUpload'>['MultipartUpload']>['Parts']
>[number]

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
export const completeMultipartUpload = operation(
  'CompleteMultipartUpload',
  async ({ input, caller, core, wire }) => {
    const completion = await core.uploads.complete(caller, uploadOf(input), {
      parts: (input.MultipartUpload?.Parts ?? []).map(partOf),
      checksum: checksumOf(input)?.value,
      checksumType: input.ChecksumType,
      size: input.MpuObjectSize,
      conditions: writeConditionsOf(input),
      customerKey: customerKeyOf(input),
    })
    return {
      Location: locationOf(wire, { bucket: input.Bucket, key: input.Key }),
      Bucket: input.Bucket,
      Key: input.Key,
      ETag: quoted(completion.etag),
      ...versionIdOutput(completion),
      ...expiryOutput(completion.expiry),
      ...checksumOutput(completion.checksum),
      ...encryptionOutput(completion.encryption, {}),
    }
  },
)

function partOf(part: CompletedPart): NamedPart {
  const { PartNumber, ETag } = part
  if (PartNumber === undefined || ETag === undefined) throw new S3Error('MalformedXML')
  return { partNumber: PartNumber, etag: ETag.replaceAll('"', ''), checksum: checksumOf(part)?.value }
}

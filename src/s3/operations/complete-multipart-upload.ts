import { S3Error } from '../../core/errors.ts'
import { writeConditionsOf } from '../object-input.ts'
import { checksumOf, checksumOutput, quoted, versionIdOutput } from '../object-output.ts'
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
    })
    return {
      Location: locationOf(wire, { bucket: input.Bucket, key: input.Key }),
      Bucket: input.Bucket,
      Key: input.Key,
      ETag: quoted(completion.etag),
      ...versionIdOutput(completion),
      ...checksumOutput(completion.checksum),
    }
  },
)

function partOf(part: CompletedPart): NamedPart {
  const { PartNumber, ETag } = part
  if (PartNumber === undefined || ETag === undefined) throw new S3Error('MalformedXML')
  return { partNumber: PartNumber, etag: ETag.replaceAll('"', ''), checksum: checksumOf(part)?.value }
}

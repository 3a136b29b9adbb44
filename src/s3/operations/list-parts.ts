import { limitOf } from '../list-output.ts'
import { checksumValue, quoted } from '../object-output.ts'
import { abortOutput } from '../lifecycle-headers.ts'
import { operation } from '../operation.ts'
import { ownerOutput } from '../owner-output.ts'
import { partMarkerOf, uploadOf } from '../upload-input.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html */
export const listParts = operation('ListParts', async ({ input, caller, core }) => {
  const after = partMarkerOf(input.PartNumberMarker)
  const limit = limitOf('max-parts', input.MaxParts)
  const { upload, parts, isTruncated, abort } = await core.uploads.listParts(caller, uploadOf(input), {
    after,
    limit,
  })
  const { checksumAlgorithm } = upload
  const owner = await ownerOutput(core, upload.ownerId)
  return {
    Bucket: input.Bucket,
    Key: input.Key,
    UploadId: upload.id,
    ...abortOutput(abort),
    PartNumberMarker: String(after),
    NextPartNumberMarker: String(parts.at(-1)?.partNumber ?? after),
    MaxParts: limit,
    IsTruncated: isTruncated,
    Parts: parts.map(({ partNumber, lastModified, etag, size, checksum }) => ({
      PartNumber: partNumber,
      LastModified: new Date(lastModified),
      ETag: quoted(etag),
      Size: size,
      ...(checksumAlgorithm && checksum !== undefined && checksumValue(checksumAlgorithm, checksum)),
    })),
    Initiator: owner,
    Owner: owner,
    StorageClass: upload.storageClass as 'STANDARD',
    ...(checksumAlgorithm && { ChecksumAlgorithm: checksumAlgorithm, ChecksumType: upload.checksumType }),
  }
})

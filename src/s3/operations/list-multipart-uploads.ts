import { checkKeyParts, keyEncoder, limitOf } from '../list-output.ts'
import { operation } from '../operation.ts'
import { ownerNames } from '../owner-output.ts'
import type { Upload, UploadPage } from '../../core/uploads/upload.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html */
export const listMultipartUploads = operation('ListMultipartUploads', async ({ input, caller, core }) => {
  const { Prefix: prefix = '', Delimiter: delimiter, KeyMarker: keyMarker = '' } = input
  // Without a key marker S3 ignores this one.
  const uploadIdMarker = keyMarker === '' ? '' : (input.UploadIdMarker ?? '')
  checkKeyParts({ prefix, delimiter, 'key-marker': keyMarker })
  const limit = limitOf('max-uploads', input.MaxUploads)
  const page = await core.uploads.list(caller, input.Bucket, {
    prefix,
    delimiter,
    keyMarker,
    uploadIdMarker,
    limit,
  })
  const uploads = page.entries.flatMap((entry) => ('id' in entry ? [entry] : []))
  const names = await ownerNames(
    core,
    uploads.map(({ ownerId }) => ownerId),
  )
  const encode = keyEncoder(input.EncodingType)
  return {
    Bucket: input.Bucket,
    KeyMarker: encode(keyMarker),
    UploadIdMarker: uploadIdMarker,
    ...nextMarkers(page, encode),
    Prefix: encode(prefix),
    Delimiter: delimiter === undefined || delimiter === '' ? undefined : encode(delimiter),
    EncodingType: input.EncodingType,
    MaxUploads: limit,
    IsTruncated: page.isTruncated,
    Uploads: uploads.map((upload) =>
      uploadOutput(upload, { ID: upload.ownerId, DisplayName: names.get(upload.ownerId) ?? '' }, encode),
    ),
    CommonPrefixes: page.entries.flatMap((entry) =>
      'commonPrefix' in entry ? [{ Prefix: encode(entry.commonPrefix) }] : [],
    ),
  }
})

const uploadOutput = (
  upload: Upload,
  owner: { ID: string; DisplayName: string },
  encode: (key: string) => string,
) => ({
  Key: encode(upload.key),
  UploadId: upload.id,
  Initiated: new Date(upload.createdAt),
  StorageClass: upload.storageClass as 'STANDARD',
  Initiator: owner,
  Owner: owner,
  ...(upload.checksumAlgorithm && {
    ChecksumAlgorithm: upload.checksumAlgorithm,
    ChecksumType: upload.checksumType,
  }),
})

function nextMarkers({ entries, isTruncated }: UploadPage, encode: (key: string) => string) {
  const last = isTruncated ? entries.at(-1) : undefined
  if (!last) return {}
  if ('commonPrefix' in last) return { NextKeyMarker: encode(last.commonPrefix), NextUploadIdMarker: '' }
  return { NextKeyMarker: encode(last.key), NextUploadIdMarker: last.id }
}

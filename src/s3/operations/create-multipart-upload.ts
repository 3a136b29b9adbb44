import { parseStorageClass } from '../../core/objects/storage-class.ts'
import { aclRequestOf } from '../acl-input.ts'
import { encryptionRequestOf } from '../encryption-input.ts'
import { newEncryptionOutput } from '../encryption-output.ts'
import { attributesOf, checksumAlgorithmOf, objectOf } from '../object-input.ts'
import { abortOutput } from '../lifecycle-headers.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html */
export const createMultipartUpload = operation('CreateMultipartUpload', async ({ input, caller, core }) => {
  const upload = await core.uploads.create(caller, objectOf(input), {
    attributes: attributesOf(input),
    storageClass: parseStorageClass(input.StorageClass),
    acl: aclRequestOf(input),
    checksumAlgorithm: checksumAlgorithmOf(input.ChecksumAlgorithm),
    checksumType: input.ChecksumType,
    encryption: encryptionRequestOf(input),
  })
  return {
    Bucket: input.Bucket,
    Key: input.Key,
    UploadId: upload.id,
    ...abortOutput(upload.abort),
    ...newEncryptionOutput(upload.attributes.encryption, input),
    ...(upload.checksumAlgorithm && {
      ChecksumAlgorithm: upload.checksumAlgorithm,
      ChecksumType: upload.checksumType,
    }),
  }
})

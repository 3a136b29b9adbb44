import { getBucket } from '../buckets/get-bucket.ts'
import { newObjectAcl } from '../policy/new-object-acl.ts'
import { ownerOf } from '../policy/owner.ts'
import { checksumTypeOf } from './upload-checksum.ts'
import type { AclRequest } from '../policy/requested-acl.ts'
import type { Caller } from '../caller.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import type { ObjectAttributes } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { NewUpload } from './upload.ts'

export interface CreateUploadOptions {
  readonly attributes: ObjectAttributes
  readonly storageClass: string
  readonly acl: AclRequest
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined
  readonly checksumType: 'FULL_OBJECT' | 'COMPOSITE' | undefined
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html */
export const createUpload =
  (parts: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  async (
    caller: Caller,
    object: { readonly bucket: string; readonly key: string },
    options: CreateUploadOptions,
  ): Promise<NewUpload> => {
    const bucket = await getBucket(parts, caller, object.bucket)
    const ownerId = await ownerOf(parts, caller, bucket)
    const acl = await newObjectAcl(parts, bucket, ownerId, options.acl)
    const { attributes, storageClass, checksumAlgorithm, checksumType } = options
    const upload: NewUpload = {
      id: parts.ids.uuid(),
      bucketId: bucket.id,
      key: object.key,
      ownerId,
      storageClass,
      attributes: { ...attributes, ...(acl && { acl }) },
      checksumAlgorithm,
      checksumType: checksumTypeOf(checksumAlgorithm, checksumType),
      createdAt: parts.clock.now(),
    }
    await parts.metadata.transaction((tx) => tx.createUpload(upload))
    return upload
  }

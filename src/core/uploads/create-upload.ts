import { getBucket } from '../buckets/get-bucket.ts'
import { rulesFor, type UploadOrigin } from '../buckets/rules-for.ts'
import { checkUploadName } from '../buckets/upload-rules.ts'
import { checkNewLock } from '../buckets/object-lock-configuration.ts'
import { newEncryption } from '../encryption/new-encryption.ts'
import { newObjectRights } from '../policy/new-object.ts'
import { abortOf, type Announced } from '../lifecycle/announced.ts'
import { checksumTypeOf } from './upload-checksum.ts'
import type { AclRequest } from '../policy/requested-acl.ts'
import type { Caller } from '../caller.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import type { EncryptionRequest } from '../encryption/encryption.ts'
import type { ObjectAttributes } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { NewUpload } from './upload.ts'

export interface CreateUploadOptions extends UploadOrigin {
  readonly attributes: ObjectAttributes
  readonly storageClass: string
  readonly acl: AclRequest
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined
  readonly checksumType: 'FULL_OBJECT' | 'COMPOSITE' | undefined
  readonly encryption?: EncryptionRequest | undefined
}

export interface CreatedUpload extends NewUpload {
  /** When it is given up by the bucket's lifecycle. */
  readonly abort: Announced | undefined
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html */
export const createUpload =
  (parts: Pick<Parts, 'metadata' | 'clock' | 'ids' | 'settings' | 'serverKey'>) =>
  async (
    caller: Caller,
    object: { readonly bucket: string; readonly key: string },
    options: CreateUploadOptions,
  ): Promise<CreatedUpload> => {
    const bucket = await getBucket(parts, caller, object.bucket)
    const { key } = object
    const rules = rulesFor(bucket, options)
    if (rules) checkUploadName(rules, key)
    const { attributes, storageClass, checksumAlgorithm, checksumType } = options
    checkNewLock(bucket, attributes.lock, parts.clock.now())
    const { ownerId, acl } = await newObjectRights(parts, caller, bucket, {
      key,
      attributes,
      acl: options.acl,
    })
    const encrypted = await newEncryption(parts, { caller, bucket, key: object.key }, options.encryption)
    const upload: NewUpload = {
      id: parts.ids.uuid(),
      bucketId: bucket.id,
      key: object.key,
      ownerId,
      storageClass,
      attributes: {
        ...attributes,
        ...(acl && { acl }),
        ...(encrypted && { encryption: encrypted.encryption }),
      },
      checksumAlgorithm,
      checksumType: checksumTypeOf(checksumAlgorithm, checksumType),
      createdAt: parts.clock.now(),
    }
    await parts.metadata.transaction((tx) => tx.createUpload(upload))
    return { ...upload, abort: abortOf(bucket, upload) }
  }

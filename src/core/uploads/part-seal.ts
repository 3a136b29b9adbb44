import { S3Error } from '../errors.ts'
import { openDataKey, type ReadAccess } from '../encryption/data-key.ts'
import { saltedSeal, type SaltedSeal } from '../encryption/new-encryption.ts'
import type { Parts } from '../parts.ts'
import type { Upload } from './upload.ts'

type KeyParts = Pick<Parts, 'metadata' | 'serverKey'>

/** How a part of an upload is encrypted; undefined when it is not. Throws what `openUploadKey` throws. */
export async function partSeal(
  parts: KeyParts,
  upload: Upload,
  access: ReadAccess,
): Promise<SaltedSeal | undefined> {
  const { encryption } = upload.attributes
  const dataKey = await openUploadKey(parts, upload, access)
  if (!encryption || !dataKey) return undefined
  return saltedSeal(encryption, dataKey)
}

/** The data key of an upload; undefined when it has none. Throws InvalidRequest or InvalidArgument for another customer key than the upload's, KMS.DisabledException. */
export async function openUploadKey(
  parts: KeyParts,
  { bucketId, key, attributes: { encryption } }: Upload,
  access: ReadAccess,
): Promise<Buffer | undefined> {
  checkCustomerKey(encryption?.form === 'customer', access.customerKey)
  if (!encryption) return undefined
  return openDataKey(parts, { bucketId, key, encryption }, access).catch((error: unknown) => {
    throw isWrongKey(error, access) ? wrongKey(error) : error
  })
}

function checkCustomerKey(isWanted: boolean, customerKey: Buffer | undefined): void {
  if (isWanted && !customerKey) {
    throw new S3Error('InvalidRequest', {
      message:
        'The multipart upload initiate requested encryption. Subsequent part requests must include the appropriate encryption parameters.',
    })
  }
  if (!isWanted && customerKey) {
    throw new S3Error('InvalidRequest', {
      message:
        'The multipart upload initiate did not request encryption with customer-provided keys. Part requests must not include a key.',
    })
  }
}

const isWrongKey = (error: unknown, { customerKey }: ReadAccess) =>
  customerKey !== undefined && error instanceof S3Error && error.code === 'AccessDenied'

const wrongKey = (cause: unknown) =>
  new S3Error('InvalidArgument', {
    message: 'The provided encryption parameters did not match the ones used originally.',
    detail: { ArgumentName: 'x-amz-server-side-encryption-customer-key' },
    cause,
  })

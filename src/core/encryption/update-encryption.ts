import { S3Error } from '../errors.ts'
import { changeAttributes } from '../objects/change-attributes.ts'
import { getVersion } from '../objects/get-version.ts'
import { openDataKey, wrapDataKey, type WrappingKey } from './data-key.ts'
import { wrappingKeyFor } from './new-encryption.ts'
import type { Caller } from '../caller.ts'
import type { KmsRequest } from './encryption.ts'
import type { ObjectAttributes, ObjectVersion } from '../objects/object-version.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import type { Parts } from '../parts.ts'

type UpdateParts = Pick<Parts, 'metadata' | 'clock' | 'ids' | 'settings' | 'serverKey'>

const action = 's3:UpdateObjectEncryption'

/**
 * Puts an object that the server encrypts under another key: only its data key is wrapped anew, everything else stays as it is.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html
 */
export const updateObjectEncryption =
  (parts: UpdateParts) =>
  async (caller: Caller, object: ObjectRef, wanted: KmsRequest): Promise<void> => {
    const { version } = await getVersion(parts, caller, object, { withData: false, action })
    const dataKey = await dataKeyOf(parts, caller, version)
    const wrapping = await wrappingKeyFor(parts, caller, wanted)
    await changeAttributes(parts, { caller, object, action }, (current) => {
      // Bytes that came in between have another data key.
      if (current.sequence !== version.sequence) throw new S3Error('OperationAborted')
      return wrappedAnew(current, dataKey, wrapping)
    })
  }

async function dataKeyOf(
  parts: UpdateParts,
  caller: Caller,
  { bucketId, key, attributes: { encryption } }: ObjectVersion,
): Promise<Buffer> {
  if (encryption && encryption.form !== 'customer')
    return openDataKey(parts, { bucketId, key, encryption }, { caller })
  throw new S3Error('InvalidRequest', {
    message: 'Only objects that are encrypted with SSE-S3 or SSE-KMS can be put under another key.',
  })
}

const wrappedAnew = (version: ObjectVersion, dataKey: Buffer, wrapping: WrappingKey): ObjectAttributes => ({
  ...version.attributes,
  encryption: wrapDataKey(wrapping, dataKey, version),
})

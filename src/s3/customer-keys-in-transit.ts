import { S3Error } from '../core/errors.ts'
import type { WireRequest } from './wire-request.ts'

/**
 * A client's key that came over plain HTTP may have been read on the way: throws InvalidRequest, as S3 does.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html
 */
export function refuseExposedKeys(
  input: Readonly<Record<string, unknown>>,
  { isPrivate }: Pick<WireRequest, 'isPrivate'>,
): void {
  if (isPrivate || (input['SSECustomerKey'] ?? input['CopySourceSSECustomerKey']) === undefined) return
  throw new S3Error('InvalidRequest', {
    message:
      'Requests specifying Server Side Encryption with Customer provided keys must be made over a secure connection.',
  })
}

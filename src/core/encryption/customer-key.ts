import { hash } from 'node:crypto'
import { S3Error } from '../errors.ts'

/** The three headers of SSE-C, as sent. */
export interface CustomerKeyHeaders {
  readonly algorithm?: string | undefined
  /** Base64. */
  readonly key?: string | undefined
  /** Base64 of the MD5 of the key. */
  readonly md5?: string | undefined
}

/** The customer's key of 32 bytes; undefined when none is given. Throws InvalidArgument. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html */
export function parseCustomerKey({ algorithm, key, md5 }: CustomerKeyHeaders): Buffer | undefined {
  if (algorithm === undefined && key === undefined && md5 === undefined) return undefined
  if (algorithm === undefined) throw refusal('must provide a valid encryption algorithm.')
  if (algorithm !== 'AES256')
    throw invalid('The requested encryption algorithm is not valid, must be AES256.', algorithm)
  if (key === undefined) throw refusal('must provide an appropriate secret key.')
  if (md5 === undefined) throw refusal('must provide the client calculated MD5 of the secret key.')
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== 32) throw invalid('The secret key was invalid for the specified algorithm.', algorithm)
  if (hash('md5', bytes, 'base64') !== md5)
    throw invalid('The calculated MD5 hash of the key did not match the hash that was provided.', algorithm)
  return bytes
}

const refusal = (what: string) =>
  invalid(`Requests specifying Server Side Encryption with Customer provided keys ${what}`, 'null')

const invalid = (message: string, algorithm: string) =>
  new S3Error('InvalidArgument', {
    message,
    detail: {
      ArgumentName: 'x-amz-server-side-encryption-customer-algorithm',
      ArgumentValue: algorithm,
    },
  })

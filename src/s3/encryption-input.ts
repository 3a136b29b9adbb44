import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from '../core/errors.ts'
import { parseCustomerKey } from '../core/encryption/customer-key.ts'
import { checkEncryptionContext } from '../core/encryption/encryption-context.ts'
import type { EncryptionRequest } from '../core/encryption/encryption.ts'

interface CustomerKeyMembers {
  readonly SSECustomerAlgorithm?: string | undefined
  readonly SSECustomerKey?: string | undefined
  readonly SSECustomerKeyMD5?: string | undefined
}

interface EncryptionMembers extends CustomerKeyMembers {
  readonly ServerSideEncryption?: string | undefined
  readonly SSEKMSKeyId?: string | undefined
  readonly SSEKMSEncryptionContext?: string | undefined
  readonly BucketKeyEnabled?: boolean | undefined
}

/** The key of SSE-C that a request brings. Throws InvalidArgument. */
export const customerKeyOf = (input: CustomerKeyMembers): Buffer | undefined =>
  parseCustomerKey({
    algorithm: input.SSECustomerAlgorithm,
    key: input.SSECustomerKey,
    md5: input.SSECustomerKeyMD5,
  })

interface SourceKeyMembers {
  readonly CopySourceSSECustomerAlgorithm?: string | undefined
  readonly CopySourceSSECustomerKey?: string | undefined
  readonly CopySourceSSECustomerKeyMD5?: string | undefined
}

/** The key of SSE-C to the source of a copy. Throws InvalidArgument. */
export const sourceCustomerKeyOf = (input: SourceKeyMembers): Buffer | undefined =>
  parseCustomerKey({
    algorithm: input.CopySourceSSECustomerAlgorithm,
    key: input.CopySourceSSECustomerKey,
    md5: input.CopySourceSSECustomerKeyMD5,
  })

/** How a request wants a new object encrypted; undefined when it does not say. Throws InvalidArgument for what does not fit together. */
export function encryptionRequestOf(input: EncryptionMembers): EncryptionRequest | undefined {
  const { ServerSideEncryption, SSEKMSKeyId, SSEKMSEncryptionContext, BucketKeyEnabled } = input
  const customerKey = customerKeyOf(input)
  if (customerKey) {
    if (ServerSideEncryption !== undefined)
      throw invalid(
        'Server Side Encryption with Customer provided key is incompatible with the encryption method specified',
        ServerSideEncryption,
      )
    return { form: 'customer', customerKey }
  }
  if (ServerSideEncryption !== 'aws:kms') refuseKmsMembers(input)
  if (ServerSideEncryption === undefined) return undefined
  if (ServerSideEncryption === 'AES256') return { form: 'AES256' }
  if (ServerSideEncryption !== 'aws:kms') {
    throw new S3Error('NotImplemented', {
      message: `Encryption with ${ServerSideEncryption} is not implemented.`,
      detail: { Header: 'x-amz-server-side-encryption' },
    })
  }
  return {
    form: 'aws:kms',
    keyId: SSEKMSKeyId,
    context:
      SSEKMSEncryptionContext === undefined ? undefined : checkEncryptionContext(SSEKMSEncryptionContext),
    bucketKey: BucketKeyEnabled,
  }
}

function refuseKmsMembers({
  ServerSideEncryption,
  SSEKMSKeyId,
  SSEKMSEncryptionContext,
}: EncryptionMembers): void {
  if (SSEKMSKeyId === undefined && SSEKMSEncryptionContext === undefined) return
  throw invalid(
    'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    ServerSideEncryption ?? 'null',
  )
}

const invalid = (message: string, value: string) =>
  new S3Error('InvalidArgument', {
    message,
    detail: { ArgumentName: 'x-amz-server-side-encryption', ArgumentValue: value },
  })

const writeOnly = [
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-context',
  'x-amz-server-side-encryption-bucket-key-enabled',
]

/** Reading asks for no encryption: the row knows it. Throws InvalidArgument. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export function refuseEncryptionHeaders(headers: IncomingHttpHeaders): void {
  for (const name of writeOnly) {
    if (headers[name] === undefined) continue
    throw new S3Error('InvalidArgument', {
      message: `${name} header is not supported for this operation.`,
      detail: { ArgumentName: name, ArgumentValue: String(headers[name]) },
    })
  }
}

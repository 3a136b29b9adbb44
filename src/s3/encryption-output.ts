import type { Encryption } from '../core/encryption/encryption.ts'

export interface CustomerKeyMembers {
  readonly SSECustomerAlgorithm?: string | undefined
  readonly SSECustomerKeyMD5?: string | undefined
}

interface EncryptionOutput {
  ServerSideEncryption?: 'AES256' | 'aws:kms'
  SSEKMSKeyId?: string
  BucketKeyEnabled?: true
  SSECustomerAlgorithm?: string
  SSECustomerKeyMD5?: string
}

/** What answers tell of an object's encryption; the customer's key shows as the request has given it. */
export function encryptionOutput(
  encryption: Encryption | undefined,
  { SSECustomerAlgorithm, SSECustomerKeyMD5 }: CustomerKeyMembers,
): EncryptionOutput {
  if (!encryption) return {}
  if (encryption.form === 'AES256') return { ServerSideEncryption: 'AES256' }
  if (encryption.form === 'customer') {
    return {
      ...(SSECustomerAlgorithm !== undefined && { SSECustomerAlgorithm }),
      ...(SSECustomerKeyMD5 !== undefined && { SSECustomerKeyMD5 }),
    }
  }
  return {
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: encryption.keyArn,
    ...(encryption.bucketKey && { BucketKeyEnabled: true }),
  }
}

/** The same for answers to a write, which also tell the encryption context. */
export const newEncryptionOutput = (
  encryption: Encryption | undefined,
  input: CustomerKeyMembers,
): EncryptionOutput & { SSEKMSEncryptionContext?: string } => ({
  ...encryptionOutput(encryption, input),
  ...(encryption?.form === 'aws:kms' &&
    encryption.context !== undefined && { SSEKMSEncryptionContext: encryption.context }),
})

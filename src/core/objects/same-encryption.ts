import { S3Error } from '../errors.ts'
import type { Encryption, EncryptionRequest } from '../encryption/encryption.ts'

/** Asks for what an object has already. Throws InvalidRequest for a customer's key, which nobody but the customer knows. */
export function sameEncryption(kept: Encryption | undefined): EncryptionRequest | undefined {
  if (kept?.form === 'customer') {
    throw new S3Error('InvalidRequest', {
      message: 'An object that is encrypted with a key of the customer cannot be renamed or rewritten.',
    })
  }
  if (kept?.form !== 'aws:kms') return kept && { form: kept.form }
  const { form, keyArn, context, bucketKey } = kept
  return { form, keyId: keyArn, context, bucketKey }
}

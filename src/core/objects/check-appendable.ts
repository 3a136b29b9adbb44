import { S3Error } from '../errors.ts'
import { checkRestored } from './archive.ts'
import type { EncryptionRequest } from '../encryption/encryption.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'
import type { PutOptions } from './put-object.ts'

/**
 * Throws InvalidRequest for user metadata, which an object has from its first bytes on, EncryptionTypeMismatch for another encryption than
 * the object's, and InvalidObjectState for an archived one.
 */
export function checkAppendable(
  parts: Pick<Parts, 'clock' | 'settings'>,
  current: ObjectVersion,
  { attributes: { userMetadata }, encryption }: Pick<PutOptions, 'attributes' | 'encryption'>,
): void {
  if (userMetadata) {
    throw new S3Error('InvalidRequest', {
      message:
        'Cannot specify both a write offset value and user-defined object metadata for existing objects.',
    })
  }
  if (!fits(encryption, current)) throw new S3Error('EncryptionTypeMismatch')
  checkRestored(parts, current)
}

/** A key of the customer's must come with every request; other encryption goes on by itself. */
function fits(wanted: EncryptionRequest | undefined, { attributes: { encryption } }: ObjectVersion): boolean {
  if (wanted) return wanted.form === encryption?.form
  return encryption?.form !== 'customer'
}

export const customerKeyIn = ({ encryption }: Pick<PutOptions, 'encryption'>): Buffer | undefined =>
  encryption?.form === 'customer' ? encryption.customerKey : undefined

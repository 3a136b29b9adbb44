import { S3Error } from '../core/errors.ts'

/** Members, by their header, that ask for a protection that is not there: to pass over them would be to break a promise. */
const unsupported: ReadonlyMap<string, string> = new Map([
  ['BucketKeyEnabled', 'x-amz-server-side-encryption-bucket-key-enabled'],
  ['CopySourceSSECustomerAlgorithm', 'x-amz-copy-source-server-side-encryption-customer-algorithm'],
  ['CopySourceSSECustomerKey', 'x-amz-copy-source-server-side-encryption-customer-key'],
  ['CopySourceSSECustomerKeyMD5', 'x-amz-copy-source-server-side-encryption-customer-key-MD5'],
  ['ObjectLockEnabledForBucket', 'x-amz-bucket-object-lock-enabled'],
  ['ObjectLockLegalHoldStatus', 'x-amz-object-lock-legal-hold'],
  ['ObjectLockMode', 'x-amz-object-lock-mode'],
  ['ObjectLockRetainUntilDate', 'x-amz-object-lock-retain-until-date'],
  ['SSECustomerAlgorithm', 'x-amz-server-side-encryption-customer-algorithm'],
  ['SSECustomerKey', 'x-amz-server-side-encryption-customer-key'],
  ['SSECustomerKeyMD5', 'x-amz-server-side-encryption-customer-key-MD5'],
  ['SSEKMSEncryptionContext', 'x-amz-server-side-encryption-context'],
  ['SSEKMSKeyId', 'x-amz-server-side-encryption-aws-kms-key-id'],
  ['ServerSideEncryption', 'x-amz-server-side-encryption'],
])

/** Throws NotImplemented when the input of an operation asks for encryption or object lock. */
export function refuseUnsupported(input: Readonly<Record<string, unknown>>): void {
  for (const member in input) {
    const header = unsupported.get(member)
    if (header === undefined || input[member] === undefined || input[member] === false) continue
    throw new S3Error('NotImplemented', { detail: { Header: header } })
  }
}

import { newEncryptionOutput, type CustomerKeyMembers } from './encryption-output.ts'
import { expiryOutput } from './lifecycle-headers.ts'
import { checksumOutput, quoted, versionIdOutput } from './object-output.ts'
import type { PutResult } from '../core/objects/put-object.ts'

/** What PutObject, and a form in its place, tell of the object that they have stored. */
export const storedOutput = (stored: PutResult, input: CustomerKeyMembers) => ({
  ETag: quoted(stored.etag),
  ...versionIdOutput(stored),
  ...expiryOutput(stored.expiry),
  ...checksumOutput(stored.checksum),
  ...newEncryptionOutput(stored.encryption, input),
})

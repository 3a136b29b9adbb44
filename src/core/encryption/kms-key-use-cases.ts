import { createKmsKey, listKmsKeys, rotateKmsKey, setKmsKeyStatus } from './kms-keys.ts'
import type { Parts } from '../parts.ts'

/** What can be done with the key ring. */
export const kmsKeyUseCases = (parts: Parts) => ({
  create: createKmsKey(parts),
  list: listKmsKeys(parts),
  setStatus: setKmsKeyStatus(parts),
  rotate: rotateKmsKey(parts),
})

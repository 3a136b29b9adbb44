import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/** 32 random bytes. */
export const createKey = (): Buffer => randomBytes(32)

/** Encrypts a key under another one of 32 bytes with AES-256-GCM: base64 of nonce, ciphertext and tag. What is bound to `place` opens only there. */
export function wrapKey(wrapping: Buffer, key: Buffer, place: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Undefined when the key was wrapped under another key or for another place, or was changed. */
export function unwrapKey(wrapping: Buffer, wrapped: string, place: string): Buffer | undefined {
  const bytes = Buffer.from(wrapped, 'base64')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const nonce = bytes.subarray(0, nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', wrapping, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-tagBytes))
  const key = decipher.update(bytes.subarray(nonceBytes, -tagBytes))
  try {
    decipher.final()
    return key
  } catch {
    return undefined
  }
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { hmacKey, hmacSha256 } from './hmac.ts'

/** Temporary access keys that nobody has to store. */
export interface SessionTokens {
  /** A text that belongs to an access key, encrypted for HTTP headers and URLs. */
  seal(text: string, accessKeyId: string): string
  /** Undefined for what was not sealed here for this access key. */
  open(token: string, accessKeyId: string): string | undefined
  /** Forty characters, the same for an access key each time. */
  secretOf(accessKeyId: string): string
  /** The size of a text in a token, in bytes before they are written as characters. */
  packedSize(text: string): number
}

const keyBytes = 32
const ivBytes = 12
const tagBytes = 16
const secretBytes = 30

/** Seals with AES-256-GCM what was compressed before; its keys are derived from the master key. */
export function sessionTokens(masterKey: Buffer): SessionTokens {
  const derived = Buffer.from(hkdfSync('sha256', masterKey, '', 'seau session tokens', 2 * keyBytes))
  const key = derived.subarray(0, keyBytes)
  const secretKey = hmacKey(derived.subarray(keyBytes))
  return {
    seal(text, accessKeyId) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(accessKeyId))
      const sealed = Buffer.concat([iv, cipher.update(pack(text)), cipher.final(), cipher.getAuthTag()])
      return sealed.toString('base64url')
    },
    open(token, accessKeyId) {
      const bytes = Buffer.from(token, 'base64url')
      if (bytes.length < ivBytes + tagBytes) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(accessKeyId)).setAuthTag(bytes.subarray(-tagBytes))
      try {
        const packed = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()])
        return inflateRawSync(packed).toString()
      } catch {
        return undefined
      }
    },
    secretOf: (accessKeyId) =>
      hmacSha256(secretKey, accessKeyId).subarray(0, secretBytes).toString('base64url'),
    packedSize: (text) => pack(text).length,
  }
}

const pack = (text: string) => deflateRawSync(text)

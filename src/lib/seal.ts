import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps texts secret at rest, for one purpose. */
export interface Sealer {
  /** `row` names the place that the text is stored in: what is sealed for one row does not open in another. */
  seal(text: string, row: string): string
  /** Throws SealBroken when the text was sealed with another master key, for another purpose or row, or was changed. */
  open(sealed: string, row: string): string
}

export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

const masterKeyBytes = 32
const ivBytes = 12
const tagBytes = 16

/** 32 random bytes. */
export const createMasterKey = (): Buffer => randomBytes(masterKeyBytes)

/** Tells master keys apart without telling anything of them: 32 hexadecimal digits. */
export const masterKeyCheck = (masterKey: Buffer): string =>
  derive(masterKey, 'master key check', 16).toString('hex')

/** What whoever can read the master key file shows to the admin API of the server that uses it. */
export const adminToken = (masterKey: Buffer): string =>
  derive(masterKey, 'admin token', 32).toString('base64url')

/** What wraps the data keys of objects that the server encrypts by itself: 32 bytes. */
export const serverKey = (masterKey: Buffer): Buffer => derive(masterKey, 'object keys', 32)

/** Seals with AES-256-GCM as `<key id>.<base64url of nonce, ciphertext, tag>`; throws when the master key has not 32 bytes. */
export function createSealer(masterKey: Buffer, purpose: string): Sealer {
  if (masterKey.length !== masterKeyBytes) throw new Error('A master key has 32 bytes.')
  const keyId = derive(masterKey, 'key id', 4).toString('hex')
  const key = derive(masterKey, `seal ${purpose}`, 32)
  return {
    seal(text, row) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(row))
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${keyId}.${sealed.toString('base64url')}`
    },
    open(sealed, row) {
      const [id, body = ''] = sealed.split('.')
      if (id !== keyId) throw new SealBroken('A secret was sealed with another master key.')
      const bytes = Buffer.from(body, 'base64url')
      if (bytes.length < ivBytes + tagBytes) throw new SealBroken('A sealed secret is too short.')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(row)).setAuthTag(bytes.subarray(-tagBytes))
      try {
        return decipher.update(bytes.subarray(ivBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
      } catch (cause) {
        throw new SealBroken('A sealed secret was changed or moved.', { cause })
      }
    },
  }
}

const derive = (masterKey: Buffer, info: string, bytes: number) =>
  Buffer.from(hkdfSync('sha256', masterKey, '', `seau ${info}`, bytes))

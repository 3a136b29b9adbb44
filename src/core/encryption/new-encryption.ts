import { randomBytes } from 'node:crypto'
import { S3Error } from '../errors.ts'
import { wrapDataKey, type WrappingKey } from './data-key.ts'
import { getKmsKey } from './find-kms-key.ts'
import { createKey } from '../../lib/key-wrap.ts'
import { hmacKey, hmacSha256, hmacSha256Hex } from '../../lib/hmac.ts'
import { hidesMd5, type Encryption, type EncryptionRequest } from './encryption.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { BucketEncryption } from '../buckets/encryption.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** How bytes that are being received are encrypted. */
export interface Seal {
  readonly key: Buffer
  /** Makes the entity tag, which is the MD5 itself when there is none. */
  readonly tagKey: Buffer | undefined
}

export interface NewEncryption {
  readonly encryption: Encryption
  readonly seal: Seal
}

interface NewObject {
  readonly caller: Caller
  readonly bucket: Bucket
  readonly key: string
}

type EncryptionParts = Pick<Parts, 'metadata' | 'clock' | 'ids' | 'settings' | 'serverKey'>

/** What a new object gets: what the request asks for, else the bucket's default, else the server's. Throws AccessDenied for what the bucket blocks. */
export function encryptionFor(
  { settings }: Pick<Parts, 'settings'>,
  { configuration: { encryption } }: Pick<Bucket, 'configuration'>,
  request: EncryptionRequest | undefined,
): EncryptionRequest | undefined {
  if (request?.form === 'customer') refuseBlocked(encryption)
  const serverDefault = settings.encrypt === 'AES256' ? ({ form: 'AES256' } as const) : undefined
  const wanted = request ?? encryption?.byDefault ?? serverDefault
  return wanted?.form === 'aws:kms' ? { bucketKey: encryption?.bucketKeyEnabled, ...wanted } : wanted
}

function refuseBlocked(encryption: BucketEncryption | undefined): void {
  if (!encryption?.blocked?.includes('SSE-C')) return
  throw new S3Error('AccessDenied', {
    message: 'The bucket does not allow server-side encryption with customer-provided keys.',
  })
}

/** A new data key for an object or an upload; undefined where nothing is to be encrypted. Throws what `encryptionFor` and `getKmsKey` throw. */
export async function newEncryption(
  parts: EncryptionParts,
  { caller, bucket, key }: NewObject,
  request: EncryptionRequest | undefined,
): Promise<NewEncryption | undefined> {
  const wanted = encryptionFor(parts, bucket, request)
  if (!wanted) return undefined
  const dataKey = createKey()
  const wrapping = await wrappingKeyFor(parts, caller, wanted)
  const encryption = wrapDataKey(wrapping, dataKey, { bucketId: bucket.id, key })
  return { encryption, seal: sealOf(encryption, dataKey) }
}

const sealOf = (encryption: Encryption, dataKey: Buffer): Seal => ({
  key: dataKey,
  tagKey: hidesMd5(encryption) ? dataKey : undefined,
})

export interface SaltedSeal {
  readonly seal: Seal
  /** Kept with what it is for; see `partKey`. */
  readonly salt: string
}

/** A key of its own for a part; the same bytes have the same entity tag again, for a client that did not hear the answer. */
export function saltedSeal(encryption: Encryption, dataKey: Buffer): SaltedSeal {
  const salt = createSalt()
  return { seal: { ...sealOf(encryption, dataKey), key: partKey(dataKey, salt) }, salt }
}

/** An entity tag that tells nothing of the bytes to those who do not have the key, from their MD5 in hexadecimal; of the same form. */
export const hiddenTag = (tagKey: Buffer, md5: string): string =>
  hmacSha256Hex(hmacKey(tagKey), `entity tag ${md5}`).slice(0, md5.length)

/** Throws what `getKmsKey` throws. */
export async function wrappingKeyFor(
  parts: EncryptionParts,
  caller: Caller,
  wanted: EncryptionRequest,
): Promise<WrappingKey> {
  if (wanted.form === 'AES256') return { form: 'AES256', key: parts.serverKey }
  if (wanted.form === 'customer') return { form: 'customer', key: wanted.customerKey }
  return {
    form: 'aws:kms',
    key: await getKmsKey(parts, caller, wanted.keyId),
    region: parts.settings.region,
    context: wanted.context,
    hasBucketKey: wanted.bucketKey ?? false,
  }
}

/** 16 random bytes in base64: parts are written side by side and again, so each has a key of its own. */
const createSalt = (): string => randomBytes(16).toString('base64')

/** The key of a part, from the data key of its object. */
export const partKey = (dataKey: Buffer, salt: string): Buffer =>
  hmacSha256(hmacKey(dataKey), Buffer.from(salt, 'base64'))

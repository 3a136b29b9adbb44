import { S3Error } from '../errors.ts'
import { refuseDisabled } from './find-kms-key.ts'
import { keyArn, keyIdOf, type KmsKey } from './kms-key.ts'
import { unwrapKey, wrapKey } from '../../lib/key-wrap.ts'
import { memo } from '../../lib/memo.ts'
import type { Caller } from '../caller.ts'
import type { Encryption, KmsEncryption } from './encryption.ts'
import type { Parts } from '../parts.ts'

/** An object or an upload, as far as its data key is concerned. */
export interface Encrypted {
  readonly bucketId: number
  readonly key: string
  readonly encryption: Encryption
}

/** Says that a data key, or what it was wrapped under, is not what it was. */
export class DataKeyBroken extends Error {
  override readonly name = 'DataKeyBroken'
}

/** Where a data key is kept, and what must be known besides the wrapping key. */
type KeyPlace = Pick<Encrypted, 'bucketId' | 'key'> & { readonly context?: string | undefined }

const placeText = ({ bucketId, key, context }: KeyPlace) => JSON.stringify([bucketId, key, context ?? ''])

/** Who reads, and what they bring along. */
export interface ReadAccess {
  readonly caller: Caller
  /** See `parseCustomerKey`. */
  readonly customerKey?: Buffer | undefined
}

type KeyParts = Pick<Parts, 'metadata' | 'serverKey'>

/** The key under which the bytes are encrypted. Throws InvalidRequest, AccessDenied or KMS.DisabledException when the caller cannot have it. */
export async function openDataKey(
  parts: KeyParts,
  encrypted: Encrypted,
  { caller, customerKey }: ReadAccess,
): Promise<Buffer> {
  const { encryption } = encrypted
  checkCustomerKey(encryption, customerKey)
  if (encryption.form !== 'aws:kms') {
    const dataKey = unwrap(encrypted, customerKey ?? parts.serverKey)
    if (dataKey) return dataKey
    throw customerKey ? new S3Error('AccessDenied') : broken(encrypted)
  }
  const key = await ringKey(parts, encryption)
  if (caller.kind === 'anonymous' || caller.project.id !== key.projectId) throw notYours(encryption)
  refuseDisabled(key)
  return unwrapByRing(encrypted, encryption, key)
}

/** The same for the server's own work, with disabled keys too; undefined where only the customer has the key. Throws DataKeyBroken, KMS.NotFoundException. */
export async function findDataKey(parts: KeyParts, encrypted: Encrypted): Promise<Buffer | undefined> {
  const { encryption } = encrypted
  if (encryption.form === 'customer') return undefined
  if (encryption.form === 'AES256') return unwrap(encrypted, parts.serverKey)
  return unwrapByRing(encrypted, encryption, await ringKey(parts, encryption))
}

/** Throws InvalidRequest unless a customer key comes exactly with what is encrypted under one; whether it is the right one shows later. */
export function checkCustomerKey(encryption: Encryption | undefined, customerKey: Buffer | undefined): void {
  if (encryption?.form === 'customer' && !customerKey) {
    throw new S3Error('InvalidRequest', {
      message:
        'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.',
    })
  }
  if (encryption?.form !== 'customer' && customerKey) {
    throw new S3Error('InvalidRequest', {
      message: 'The encryption parameters are not applicable to this object.',
    })
  }
}

async function ringKey({ metadata }: KeyParts, { keyArn: arn }: KmsEncryption): Promise<KmsKey> {
  const key = await metadata.catalog.findKmsKey(keyIdOf(arn))
  if (key) return key
  throw new S3Error('KMS.NotFoundException', { message: `Invalid keyId ${arn}` })
}

function unwrapByRing(encrypted: Encrypted, { keyVersion }: KmsEncryption, { materials }: KmsKey): Buffer {
  const material = materials[keyVersion - 1]
  const dataKey = material && unwrap(encrypted, material)
  if (!dataKey) throw broken(encrypted)
  return dataKey
}

function unwrap({ bucketId, key, encryption }: Encrypted, wrapping: Buffer): Buffer | undefined {
  const context = encryption.form === 'aws:kms' ? encryption.context : undefined
  const place = placeText({ bucketId, key, context })
  if (encryption.form === 'customer') return unwrapKey(wrapping, encryption.dataKey, place)
  return unwrapperOf(wrapping)(`${encryption.dataKey} ${place}`)
}

/** Of the keys that the server holds itself: what was unwrapped lately, by its base64 and its place. */
const unwrappers = new WeakMap<Buffer, (wrapped: string) => Buffer | undefined>()
const keptDataKeys = 10_000

function unwrapperOf(wrapping: Buffer) {
  const known = unwrappers.get(wrapping)
  if (known) return known
  const unwrapper = memo(keptDataKeys, (wrapped) => {
    const mark = wrapped.indexOf(' ')
    return unwrapKey(wrapping, wrapped.slice(0, mark), wrapped.slice(mark + 1))
  })
  unwrappers.set(wrapping, unwrapper)
  return unwrapper
}

const broken = ({ bucketId, key }: Encrypted) =>
  new DataKeyBroken(`The data key of ${JSON.stringify(key)} in bucket ${String(bucketId)} does not open.`)

const notYours = ({ keyArn: arn }: KmsEncryption) =>
  new S3Error('AccessDenied', {
    message: `The caller is not authorized to perform: kms:Decrypt on resource: ${arn}`,
  })

/** What wraps data keys. */
export type WrappingKey =
  | { readonly form: 'AES256'; readonly key: Buffer }
  | { readonly form: 'customer'; readonly key: Buffer }
  | {
      readonly form: 'aws:kms'
      readonly key: KmsKey
      readonly region: string
      readonly context: string | undefined
      readonly hasBucketKey: boolean
    }

/** Wraps a data key for the place of its object. */
export function wrapDataKey(
  wrapping: WrappingKey,
  dataKey: Buffer,
  { bucketId, key }: Pick<Encrypted, 'bucketId' | 'key'>,
): Encryption {
  if (wrapping.form !== 'aws:kms')
    return { form: wrapping.form, dataKey: wrapKey(wrapping.key, dataKey, placeText({ bucketId, key })) }
  const { context, hasBucketKey, region } = wrapping
  const material = wrapping.key.materials.at(-1)
  if (!material) throw new Error(`The key ${wrapping.key.id} has no material.`)
  return {
    form: 'aws:kms',
    dataKey: wrapKey(material, dataKey, placeText({ bucketId, key, context })),
    keyArn: keyArn(wrapping.key, region),
    keyVersion: wrapping.key.materials.length,
    ...(context !== undefined && { context }),
    ...(hasBucketKey && { bucketKey: true }),
  }
}

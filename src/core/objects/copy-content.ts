import { createDigests } from '../../lib/digests.ts'
import { loadChecksums, type ChecksumAlgorithm } from '../../lib/checksum.ts'
import { checkCustomerKey, openDataKey, wrapDataKey, type ReadAccess } from '../encryption/data-key.ts'
import { encryptionFor, hiddenTag, newEncryption, wrappingKeyFor } from '../encryption/new-encryption.ts'
import { duplicateContent } from './duplicate-content.ts'
import { receive } from './receive.ts'
import { storedBody } from './stored-body.ts'
import type { Encryption, EncryptionRequest } from '../encryption/encryption.ts'
import type { BlobPlace, LazySignal } from '../ports.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Checksum, ObjectVersion } from './object-version.ts'
import type { NewContent } from './object-write.ts'
import type { Parts } from '../parts.ts'

interface CopyTarget {
  readonly bucket: Bucket
  readonly key: string
  readonly place: BlobPlace
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined
  /** What the request asks for. */
  readonly encryption: EncryptionRequest | undefined
  /** To the source. */
  readonly access: ReadAccess
  readonly signal: LazySignal
}

export interface CopiedContent {
  readonly content: NewContent
  readonly etag: string
  readonly checksum: Checksum | undefined
  readonly encryption: Encryption | undefined
}

/**
 * The same bytes once more: small ones as they are, blobs by the store's own copy, part by part for a multipart object. Only where
 * encryption begins, ends or has another customer's key are they read and written anew. Throws what `openDataKey` and `newEncryption` throw.
 */
export async function copyContent(
  parts: Parts,
  source: ObjectVersion,
  target: CopyTarget,
): Promise<CopiedContent> {
  const kept = source.attributes.encryption
  checkCustomerKey(kept, target.access.customerKey)
  const wanted = encryptionFor(parts, target.bucket, target.encryption)
  if (!kept && !wanted) return duplicate(parts, source, target)
  if (kept && wanted && canWrapAnew(kept, wanted)) return wrapAnew(parts, source, target, { kept, wanted })
  return move(parts, source, target)
}

async function duplicate(
  parts: Parts,
  source: ObjectVersion,
  { place, access, checksumAlgorithm }: CopyTarget,
): Promise<CopiedContent> {
  const checksum = await checksumFor(parts, source, access, checksumAlgorithm)
  const content = await duplicateContent(parts, source, place)
  return { content, etag: source.etag, checksum, encryption: undefined }
}

/** The entity tag of what the server encrypts by itself is an MD5 of the bytes, which is not known of an object under a key of the key ring. */
const canWrapAnew = (kept: Encryption, wanted: EncryptionRequest): boolean =>
  wanted.form === 'aws:kms' ? kept.form !== 'customer' : wanted.form === 'AES256' && kept.form === 'AES256'

interface Wrapping {
  readonly kept: Encryption
  readonly wanted: EncryptionRequest
}

/** The data key stays, and so do the bytes. */
async function wrapAnew(
  parts: Parts,
  source: ObjectVersion,
  target: CopyTarget,
  { kept, wanted }: Wrapping,
): Promise<CopiedContent> {
  const { access, bucket, key } = target
  const dataKey = await openDataKey(parts, { ...source, encryption: kept }, access)
  const wrapping = await wrappingKeyFor(parts, access.caller, wanted)
  const encryption = wrapDataKey(wrapping, dataKey, { bucketId: bucket.id, key })
  const copied = await duplicate(parts, source, target)
  const [md5 = '', ...count] = source.etag.split('-')
  const etag = kept.form === encryption.form ? source.etag : [hiddenTag(dataKey, md5), ...count].join('-')
  return { ...copied, etag, encryption }
}

async function move(parts: Parts, source: ObjectVersion, target: CopyTarget): Promise<CopiedContent> {
  const { access, place, signal } = target
  const sealed = await newEncryption(parts, { ...target, caller: access.caller }, target.encryption)
  const algorithm = target.checksumAlgorithm ?? source.attributes.checksum?.algorithm
  const body = storedBody(parts, { version: source, slice: undefined, access }, algorithm ? [algorithm] : [])
  const { content, etag, checksum } = await receive(parts, body, {
    place,
    inlineBytes: parts.settings.inlineBytes,
    maxBytes: source.size,
    signal,
    seal: sealed?.seal,
  })
  return {
    content,
    etag,
    checksum: checksum && { ...checksum, type: 'FULL_OBJECT' },
    encryption: sealed?.encryption,
  }
}

/** The source's own checksum serves unless another one is asked for; then the bytes are read once. */
async function checksumFor(
  parts: Parts,
  version: ObjectVersion,
  access: ReadAccess,
  algorithm: ChecksumAlgorithm | undefined,
): Promise<Checksum | undefined> {
  const { checksum } = version.attributes
  if (algorithm === undefined || algorithm === checksum?.algorithm) return checksum
  await loadChecksums([algorithm])
  const digests = createDigests([algorithm])
  for await (const chunk of storedBody(parts, { version, slice: undefined, access }).stream())
    digests.update(chunk)
  return { algorithm, type: 'FULL_OBJECT', value: digests.digest()[algorithm].toString('base64') }
}

import { plainReader, sealedReader } from '../encryption/content-reader.ts'
import { openDataKey } from '../encryption/data-key.ts'
import { partKey, saltedSeal, type SaltedSeal } from '../encryption/new-encryption.ts'
import { S3Error } from '../errors.ts'
import { placeOf } from '../objects/blob-place.ts'
import { discardContent } from '../objects/duplicate-content.ts'
import { receive } from '../objects/receive.ts'
import { maxAnnotationBytes, type StoredAnnotation } from './annotation.ts'
import { textBody } from './text-body.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { Encryption } from '../encryption/encryption.ts'
import type { LazySignal, UploadBody } from '../ports.ts'
import type { Parts } from '../parts.ts'

/** What an annotation belongs to, and for whom its bytes are read or written. */
export interface Annotated {
  readonly caller: Caller
  readonly bucket: Bucket
  readonly key: string
  /** Of the object: its annotations are encrypted as its parts are, each under a key of its own. */
  readonly encryption: Encryption | undefined
}

interface NewAnnotation {
  readonly name: string
  readonly body: UploadBody
  readonly signal: LazySignal
}

/**
 * Stores the bytes of an annotation; no row names them yet. Throws UnsupportedMediaType for what is no UTF-8, EntityTooLarge, InvalidRequest for
 * nothing at all or an object under a customer's key, and what `openDataKey` throws.
 */
export async function storeAnnotation(
  parts: Parts,
  object: Annotated,
  { name, body, signal }: NewAnnotation,
): Promise<StoredAnnotation> {
  const { bucket, key } = object
  const sealed = await sealFor(parts, object)
  const { content, size, etag, checksum } = await receive(parts, textBody(body), {
    place: placeOf(bucket, { key, contentType: 'text/plain', storageClass: 'STANDARD' }),
    inlineBytes: parts.settings.inlineBytes,
    maxBytes: maxAnnotationBytes,
    signal,
    seal: sealed?.seal,
  })
  if (size === 0) {
    await discardContent(parts.blobs, content)
    throw new S3Error('InvalidRequest', { message: 'The annotation payload must not be empty.' })
  }
  const lastModified = parts.clock.now()
  return {
    name,
    size,
    etag,
    lastModified,
    checksum: checksum && { ...checksum, type: 'FULL_OBJECT' },
    salt: sealed?.salt,
    content,
  }
}

/** The plain bytes. Throws BlobMissing, and what `openDataKey` throws. */
export async function readAnnotation(
  parts: Pick<Parts, 'blobs' | 'metadata' | 'serverKey'>,
  object: Annotated,
  { content, size, salt }: StoredAnnotation,
): Promise<Buffer> {
  const dataKey = await dataKeyOf(parts, object)
  const reader =
    dataKey && salt !== undefined
      ? sealedReader(parts.blobs, partKey(dataKey, salt))
      : plainReader(parts.blobs)
  if (content.kind === 'inline') return reader.inline(content.data, size, undefined)
  return reader.readBytes({ blobId: content.blobId, size }, { start: 0, end: size - 1 })
}

async function sealFor(
  parts: Pick<Parts, 'metadata' | 'serverKey'>,
  object: Annotated,
): Promise<SaltedSeal | undefined> {
  const { encryption } = object
  if (encryption?.form === 'customer') {
    throw new S3Error('InvalidRequest', {
      message: 'Objects that are encrypted with customer-provided keys cannot have annotations.',
    })
  }
  const dataKey = await dataKeyOf(parts, object)
  return encryption && dataKey && saltedSeal(encryption, dataKey)
}

const dataKeyOf = async (
  parts: Pick<Parts, 'metadata' | 'serverKey'>,
  { caller, bucket, key, encryption }: Annotated,
): Promise<Buffer | undefined> =>
  encryption && openDataKey(parts, { bucketId: bucket.id, key, encryption }, { caller })

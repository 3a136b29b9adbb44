import { createHash } from 'node:crypto'
import { announce, pendingReplication } from '../events/announcement.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { lockOfNew } from '../buckets/object-lock-configuration.ts'
import { S3Error } from '../errors.ts'
import { expiryOf, type Announced } from '../lifecycle/announced.ts'
import { partsEtag } from '../objects/parts-etag.ts'
import { accepted } from '../objects/write-refusal.ts'
import { checkContent, type CheckUsed } from './check-content.ts'
import { chooseParts, type NamedPart } from './choose-parts.ts'
import { checksumOfParts } from './upload-checksum.ts'
import { openUploadKey } from './part-seal.ts'
import { noSuchUpload, type UploadRef } from './upload-ref.ts'
import { loadChecksums } from '../../lib/checksum.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { Checksum } from '../objects/object-version.ts'
import type { Encryption } from '../encryption/encryption.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { Part, Upload, UploadCompletion } from './upload.ts'
import type { Parts } from '../parts.ts'
import type { WriteConditions } from '../objects/object-write.ts'

export interface CompleteOptions {
  readonly parts: readonly NamedPart[]
  /** What the client says the whole object hashes to, in base64. */
  readonly checksum?: string | undefined
  readonly checksumType?: Checksum['type'] | undefined
  /** What the client says the whole object's size is, in bytes. */
  readonly size?: number | undefined
  readonly conditions?: WriteConditions | undefined
  /** The one that the upload was created with, if it was; needed where there are checksums, or rules that look at the bytes. */
  readonly customerKey?: Buffer | undefined
}

export interface CompletedUpload extends UploadCompletion {
  readonly encryption: Encryption | undefined
  /** When the object expires by the bucket's lifecycle. */
  readonly expiry?: Announced | undefined
}

/** Makes the parts one object without moving a byte. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
export const completeUpload =
  (parts: Parts) =>
  async (caller: Caller, ref: UploadRef, options: CompleteOptions): Promise<CompletedUpload> => {
    const bucket = await getBucket(parts, caller, ref.bucket)
    const fingerprint = fingerprintOf(options.parts)
    const known = await parts.metadata.findUpload(bucket.id, ref.key, ref.uploadId)
    if (known?.checksumAlgorithm) await loadChecksums([known.checksumAlgorithm])
    if (known && needsCustomerKey(known, options))
      await openUploadKey(parts, known, { caller, customerKey: options.customerKey })
    const checkUsed = await checkContent(parts, { bucket, upload: known }, options, caller)
    return parts.metadata.transaction(async (tx) => {
      const upload = await tx.findUpload(bucket.id, ref.key, ref.uploadId)
      if (!upload) throw noSuchUpload(ref.uploadId)
      const { encryption } = upload.attributes
      if (upload.completion) return { ...repeated(upload.completion, fingerprint, ref), encryption }
      return {
        ...(await assemble(parts, tx, { caller, bucket, upload, ref, options, fingerprint, checkUsed })),
        encryption,
      }
    })
  }

const needsCustomerKey = (
  { attributes: { encryption }, checksumAlgorithm }: Upload,
  { customerKey }: CompleteOptions,
): boolean =>
  customerKey !== undefined || (encryption?.form === 'customer' && checksumAlgorithm !== undefined)

/** A client that did not hear the answer asks again, and gets the same one. */
function repeated(
  completion: UploadCompletion,
  fingerprint: string,
  { uploadId }: UploadRef,
): UploadCompletion {
  if (completion.fingerprint === fingerprint) return completion
  throw noSuchUpload(uploadId)
}

interface Assembly {
  readonly caller: Caller
  readonly bucket: Bucket
  readonly upload: Upload
  readonly ref: UploadRef
  readonly options: CompleteOptions
  readonly fingerprint: string
  readonly checkUsed: CheckUsed
}

async function assemble(
  { clock, settings }: Parts,
  tx: MetadataTransaction,
  assembly: Assembly,
): Promise<Omit<CompletedUpload, 'encryption'>> {
  const { caller, bucket, upload, ref, options, fingerprint, checkUsed } = assembly
  const all = await tx.listAllParts(upload.id)
  const used = chooseParts(upload, all, options.parts)
  checkUsed(used)
  const size = sizeOf(used)
  checkSize(size, options.size, settings.maxObjectBytes)
  const checksum = checksumOfParts(upload, used)
  checkChecksum(checksum, options)
  const now = clock.now()
  const trashAfter = now + settings.trashMs
  const etag = partsEtag(used)
  const announcement = announce(bucket, {
    caller,
    key: upload.key,
    tags: upload.attributes.tags,
    names: { stored: 'ObjectCreated:CompleteMultipartUpload' },
  })
  const answer = await tx.write({
    kind: 'put',
    bucketId: upload.bucketId,
    key: upload.key,
    size,
    etag,
    ownerId: upload.ownerId,
    storageClass: upload.storageClass,
    attributes: {
      ...upload.attributes,
      ...(checksum && { checksum }),
      ...lockOfNew(bucket, upload.attributes.lock, now),
      ...pendingReplication(announcement),
    },
    content: { kind: 'parts', parts: used },
    frees: { objects: 0, bytes: sizeOf(all) },
    ...(options.conditions && { conditions: options.conditions }),
    announcement,
    now,
    trashAfter,
  })
  const { versionId, sequence, lastModified } = accepted('stored', answer, ref)
  const completion = { etag, versionId, sequence, fingerprint, checksum, completedAt: now }
  await tx.completeUpload(upload, completion, used, trashAfter)
  const { key, attributes } = upload
  return { ...completion, expiry: expiryOf(bucket, { key, size, lastModified, attributes }) }
}

const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, { size }) => sum + size, 0)

const fingerprintOf = (parts: readonly NamedPart[]) =>
  createHash('sha256')
    .update(JSON.stringify(parts.map(({ partNumber, etag }) => [partNumber, etag])))
    .digest('base64')

function checkSize(size: number, claimed: number | undefined, maxObjectBytes: number): void {
  if (size > maxObjectBytes)
    throw new S3Error('EntityTooLarge', { detail: { ProposedSize: size, MaxSizeAllowed: maxObjectBytes } })
  if (claimed === undefined || claimed === size) return
  throw new S3Error('InvalidRequest', {
    message: `The provided 'x-amz-mp-object-size' header value ${String(claimed)} does not match what was computed: ${String(size)}`,
  })
}

function checkChecksum(computed: Checksum | undefined, { checksum, checksumType }: CompleteOptions): void {
  if (checksumType !== undefined && computed && checksumType !== computed.type) {
    throw new S3Error('InvalidRequest', {
      message: `The upload was created using the ${computed.type} checksum mode. The complete request must use the same checksum mode.`,
    })
  }
  if (checksum === undefined || !computed || checksum === computed.value) return
  // A composite checksum may be given without the number of parts.
  if (computed.type === 'COMPOSITE' && computed.value.startsWith(`${checksum}-`)) return
  throw new S3Error('BadDigest', {
    message: `The ${computed.algorithm.toLowerCase()} you specified did not match the calculated checksum.`,
  })
}

import { S3Error } from '../errors.ts'
import { placeOf } from '../objects/blob-place.ts'
import { maxSinglePutBytes } from '../objects/put-object.ts'
import { receive, type Received } from '../objects/receive.ts'
import { requireWithin } from '../usage/allowance.ts'
import { isMetered, mostObjectBytes, refusePart } from '../usage/refuse-early.ts'
import { partSeal } from './part-seal.ts'
import { getUpload, noSuchUpload, type UploadRef } from './upload-ref.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import type { Encryption } from '../encryption/encryption.ts'
import type { NewPart, Upload } from './upload.ts'
import type { Parts } from '../parts.ts'
import type { BlobPlace, LazySignal, UploadBody } from '../ports.ts'

export interface PartRef extends UploadRef {
  readonly partNumber: number
}

/** A part as it was stored, and what its upload says of it. */
export interface StoredPart extends NewPart {
  readonly encryption: Encryption | undefined
  /** That of `checksum`. */
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined
}

interface PartOptions {
  readonly signal: LazySignal
  /** The one that the upload was created with, if it was; see `parseCustomerKey`. */
  readonly customerKey?: Buffer | undefined
}

/** Stores a part, in place of one of the same number. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
export const putPart =
  (parts: Parts) =>
  async (
    caller: Caller,
    part: PartRef,
    body: UploadBody,
    { signal, customerKey }: PartOptions,
  ): Promise<StoredPart> => {
    checkPartNumber(part.partNumber)
    const { bucket, upload } = await getUpload(parts, caller, part)
    checkAlgorithms(upload, body.algorithms)
    await refusePart(parts, bucket, { ...part, size: body.size })
    const sealed = await partSeal(parts, upload, { caller, customerKey })
    const received = await receive(parts, withAlgorithm(body, upload.checksumAlgorithm), {
      place: placeOfPart(bucket, upload),
      inlineBytes: -1,
      maxBytes: Math.min(maxSinglePutBytes, mostObjectBytes(parts, bucket)),
      signal,
      seal: sealed?.seal,
    })
    return commitPart(parts, { bucket, upload }, part, { ...received, salt: sealed?.salt })
  }

/** Parts lie where the object is going to be. */
export const placeOfPart = (bucket: Bucket, { key, attributes, storageClass }: Upload): BlobPlace =>
  placeOf(bucket, { key, contentType: attributes.contentType, storageClass })

export function checkPartNumber(partNumber: number): void {
  if (partNumber >= 1 && partNumber <= 10_000) return
  throw new S3Error('InvalidArgument', {
    message: 'Part number must be an integer between 1 and 10000, inclusive',
    detail: { ArgumentName: 'partNumber', ArgumentValue: partNumber },
  })
}

/** Names a stored blob as a part; removes it again when the upload has been completed or aborted meanwhile. */
export async function commitPart(
  parts: Parts,
  { bucket, upload }: { readonly bucket: Bucket; readonly upload: Upload },
  { partNumber }: PartRef,
  received: Received & Pick<NewPart, 'salt'>,
): Promise<StoredPart> {
  const { metadata, blobs, clock, settings } = parts
  if (received.content.kind !== 'blob') throw new Error('A part was received inline.')
  const { blobId } = received.content
  const part: NewPart = {
    uploadId: upload.id,
    bucketId: upload.bucketId,
    partNumber,
    size: received.size,
    etag: received.etag,
    blobId,
    checksum: received.checksum?.value,
    salt: received.salt,
    lastModified: clock.now(),
  }
  try {
    await metadata.transaction(async (tx) => {
      const current = await tx.findUpload(upload.bucketId, upload.key, upload.id)
      if (!current || current.completion) throw noSuchUpload(upload.id)
      await tx.putPart(part, part.lastModified + settings.trashMs)
      if (isMetered(bucket)) requireWithin(await tx.allowances(bucket.id))
    })
  } catch (error) {
    if (error instanceof S3Error) await blobs.remove(blobId)
    throw error
  }
  const { attributes, checksumAlgorithm } = upload
  return { ...part, encryption: attributes.encryption, checksumAlgorithm }
}

function checkAlgorithms({ checksumAlgorithm }: Upload, announced: readonly ChecksumAlgorithm[]): void {
  const [given] = announced
  if (!checksumAlgorithm || !given || given === checksumAlgorithm) return
  const [expected, actual] = [checksumAlgorithm.toLowerCase(), given.toLowerCase()]
  throw new S3Error('InvalidRequest', {
    message: `Checksum Type mismatch occurred, expected checksum Type: ${expected}, actual checksum Type: ${actual}`,
  })
}

/** The upload's checksum is computed for each part, announced or not, and comes first. */
const withAlgorithm = (body: UploadBody, algorithm: ChecksumAlgorithm | undefined): UploadBody =>
  algorithm === undefined || body.algorithms.includes(algorithm)
    ? body
    : { ...body, algorithms: [algorithm, ...body.algorithms] }

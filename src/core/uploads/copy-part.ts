import { S3Error } from '../errors.ts'
import { checkRestored } from '../objects/archive.ts'
import { getVersion } from '../objects/get-version.ts'
import { storedBody } from '../objects/stored-body.ts'
import { maxSinglePutBytes } from '../objects/put-object.ts'
import { rereadOnce } from '../objects/reread.ts'
import { checkCopySourceConditions, type ReadConditions } from '../objects/read-conditions.ts'
import { resolveCopyRange } from '../objects/range.ts'
import {
  checkPartNumber,
  commitPart,
  placeOfPart,
  putPart,
  type PartRef,
  type StoredPart,
} from './put-part.ts'
import { checkReadable } from '../encryption/content-reader.ts'
import { getUpload } from './upload-ref.ts'
import { wholeBlob } from './whole-blob.ts'
import { partsOf } from '../objects/parts-of.ts'
import type { ByteSlice, LazySignal, UploadBody } from '../ports.ts'
import type { ReadAccess } from '../encryption/data-key.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import { shownVersionId } from '../objects/shown-version-id.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

export interface CopyPartOptions {
  readonly source: ObjectRef
  /** `bytes=first-last`, as sent. */
  readonly range?: string | undefined
  readonly sourceConditions?: ReadConditions | undefined
  /** To a source that is encrypted under one; see `parseCustomerKey`. */
  readonly sourceCustomerKey?: Buffer | undefined
  /** The one that the upload was created with, if it was. */
  readonly customerKey?: Buffer | undefined
  readonly signal: LazySignal
}

export interface CopiedPart {
  readonly part: StoredPart
  /** Of the version that was copied; undefined where its bucket has never been versioned. */
  readonly sourceVersionId: string | undefined
}

interface Source {
  readonly version: ObjectVersion
  readonly versionId: string | undefined
  /** Undefined: all of it. */
  readonly slice: ByteSlice | undefined
  readonly access: ReadAccess
}

/** Stores a part from the bytes of an object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
export const copyPart =
  (parts: Parts) =>
  (caller: Caller, part: PartRef, options: CopyPartOptions): Promise<CopiedPart> =>
    rereadOnce(async () => {
      const source = await getSource(parts, caller, options)
      const { signal, customerKey } = options
      const copied =
        (await linkPart(parts, caller, part, source)) ??
        (await putPart(parts)(caller, part, bodyOf(parts, source), { signal, customerKey }))
      return { part: copied, sourceVersionId: source.versionId }
    })

async function getSource(
  parts: Parts,
  caller: Caller,
  { source: object, sourceConditions, sourceCustomerKey, range }: CopyPartOptions,
): Promise<Source> {
  const { bucket, version } = await getVersion(parts, caller, object, {
    withData: true,
    action: 's3:GetObject',
  })
  checkRestored(parts, version)
  if (sourceConditions) checkCopySourceConditions(sourceConditions, version)
  const slice = range === undefined ? undefined : resolveCopyRange(range, version.size)
  const access = { caller, customerKey: sourceCustomerKey }
  await checkReadable(parts, version, access)
  return { version, versionId: shownVersionId(bucket, version), slice, access }
}

/** Bytes that are a blob of their own are not moved: large objects are mostly copied by the parts that they were made of. */
async function linkPart(
  parts: Parts,
  caller: Caller,
  part: PartRef,
  { version, slice }: Source,
): Promise<StoredPart | undefined> {
  checkPartNumber(part.partNumber)
  const { bucket, upload } = await getUpload(parts, caller, part)
  // Each object has a data key of its own.
  if (version.attributes.encryption ?? upload.attributes.encryption) return undefined
  const objectParts = await partsOf(parts, version)
  const algorithm = upload.checksumAlgorithm
  const whole = wholeBlob(version, objectParts, { slice, algorithm })
  if (!whole) return undefined
  const { id } = await parts.blobs.copy(whole.blobId, placeOfPart(bucket, upload))
  return commitPart(parts, { bucket, upload }, part, {
    content: { kind: 'blob', blobId: id },
    size: whole.size,
    etag: whole.etag,
    checksum: algorithm && whole.checksum !== undefined ? { algorithm, value: whole.checksum } : undefined,
  })
}

function bodyOf(parts: Parts, source: Source): UploadBody {
  const body = storedBody(parts, source)
  if ((body.size ?? 0) <= maxSinglePutBytes) return body
  throw new S3Error('InvalidRequest', { message: 'The part that is to be copied is larger than 5 GiB.' })
}

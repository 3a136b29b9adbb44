import { S3Error } from '../errors.ts'
import { placeOf } from '../objects/blob-place.ts'
import { getVersion, openVersion } from '../objects/open-object.ts'
import { maxSinglePutBytes } from '../objects/put-object.ts'
import { reportLost } from '../objects/report-lost.ts'
import { checkCopySourceConditions, type ReadConditions } from '../objects/read-conditions.ts'
import { resolveCopyRange } from '../objects/range.ts'
import { checkPartNumber, commitPart, putPart, type PartRef } from './put-part.ts'
import { getUpload } from './upload-ref.ts'
import { wholeBlob } from './whole-blob.ts'
import type { ByteSlice, LazySignal, UploadBody } from '../ports.ts'
import type { Caller } from '../caller.ts'
import type { NewPart } from './upload.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

export interface CopyPartOptions {
  readonly source: ObjectRef
  /** `bytes=first-last`, as sent. */
  readonly range?: string | undefined
  readonly sourceConditions?: ReadConditions | undefined
  readonly signal: LazySignal
}

interface Source {
  readonly version: ObjectVersion
  /** Undefined: all of it. */
  readonly slice: ByteSlice | undefined
}

/** Stores a part from the bytes of an object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
export const copyPart =
  (parts: Parts) =>
  async (caller: Caller, part: PartRef, options: CopyPartOptions): Promise<NewPart> => {
    const version = await getVersion(parts, caller, options.source, {
      withData: true,
      action: 's3:GetObject',
    })
    if (options.sourceConditions) checkCopySourceConditions(options.sourceConditions, version)
    const source = {
      version,
      slice: options.range === undefined ? undefined : resolveCopyRange(options.range, version.size),
    }
    const linked = await linkPart(parts, caller, part, source).catch(reportLost)
    if (linked) return linked
    return putPart(parts)(caller, part, await bodyOf(parts, source).catch(reportLost), {
      signal: options.signal,
    })
  }

/** Bytes that are a blob of their own are not moved: large objects are mostly copied by the parts that they were made of. */
async function linkPart(
  parts: Parts,
  caller: Caller,
  part: PartRef,
  { version, slice }: Source,
): Promise<NewPart | undefined> {
  checkPartNumber(part.partNumber)
  const { bucket, upload } = await getUpload(parts, caller, part)
  const objectParts =
    version.content.kind === 'parts' ? await parts.metadata.listObjectParts(version.sequence) : []
  const algorithm = upload.checksumAlgorithm
  const whole = wholeBlob(version, objectParts, { slice, algorithm })
  if (!whole) return undefined
  const { id } = await parts.blobs.copy(
    whole.blobId,
    placeOf(bucket, part.key, upload.attributes.contentType),
  )
  return commitPart(parts, upload, part, {
    content: { kind: 'blob', blobId: id },
    size: whole.size,
    etag: whole.etag,
    checksum: algorithm && whole.checksum !== undefined ? { algorithm, value: whole.checksum } : undefined,
  })
}

async function bodyOf(parts: Parts, { version, slice }: Source): Promise<UploadBody> {
  const size = slice ? slice.end - slice.start + 1 : version.size
  if (size > maxSinglePutBytes) {
    throw new S3Error('InvalidRequest', { message: 'The part that is to be copied is larger than 5 GiB.' })
  }
  const opened = await openVersion(parts, version, slice)
  return {
    size,
    algorithms: [],
    readAll: () => Promise.reject(new Error('A part is never read whole.')),
    stream: () => (Buffer.isBuffer(opened) ? oneChunk(opened) : opened),
    claims: () => ({}),
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of what is already there
async function* oneChunk(data: Buffer): AsyncGenerator<Buffer> {
  yield data
}

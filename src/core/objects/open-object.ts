import { type Readable } from 'node:stream'
import { BlobMissing, type ByteSlice } from '../ports.ts'
import { S3Error } from '../errors.ts'
import { aclOf } from '../policy/acl.ts'
import { decide, mayLearnOfMissing } from '../policy/decide.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { checkReadConditions, type ReadConditions } from './read-conditions.ts'
import { resolveRange } from './range.ts'
import { partBodies } from './part-bodies.ts'
import { reportLost } from './report-lost.ts'
import { sliceChecksum } from './slice-checksum.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { S3Action } from '../policy/acl-rights.ts'
import type { Caller } from '../caller.ts'
import { namesNoVersion, noSuchVersion, type ObjectRef } from './object-ref.ts'
import type { Checksum, ObjectPart, ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'

export interface OpenOptions {
  /** s3:GetObject unless told otherwise. */
  readonly action?: S3Action
  /** The Range header, as sent. */
  readonly range?: string | undefined
  readonly partNumber?: number | undefined
  readonly conditions?: ReadConditions | undefined
}

export interface FoundObject {
  readonly version: ObjectVersion
  /** What was asked for of the whole, when it was a range or a part. */
  readonly slice: ByteSlice | undefined
  /** Of a multipart object, when a part was asked for. */
  readonly partCount: number | undefined
  /** Of the bytes asked for, where it is known. */
  readonly checksum: Checksum | undefined
}

export interface OpenedObject extends FoundObject {
  readonly body: Readable | Buffer
}

/** Finds an object without its bytes. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export const findObject =
  (parts: Parts) =>
  async (caller: Caller, object: ObjectRef, options: OpenOptions = {}): Promise<FoundObject> => {
    const version = await getVersion(parts, caller, object, {
      withData: false,
      action: options.action ?? 's3:GetObject',
    })
    return (await select(parts, version, options)).found
  }

/** Finds an object and opens its bytes, or the slice asked for. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const openObject =
  (parts: Parts) =>
  async (caller: Caller, object: ObjectRef, options: OpenOptions = {}): Promise<OpenedObject> => {
    const open = async () => {
      const version = await getVersion(parts, caller, object, { withData: true, action: 's3:GetObject' })
      const { found, objectParts } = await select(parts, version, options)
      return { ...found, body: await openBody(parts, found, objectParts) }
    }
    try {
      return await open()
    } catch (error) {
      if (!(error instanceof BlobMissing)) throw error
    }
    // The row was read before a write replaced it, and its blob went meanwhile: the row of now names a blob that is there.
    return open().catch(reportLost)
  }

interface ReadOptions {
  readonly withData: boolean
  /** What the caller is about to do with the object: decided here, on the row that was read. */
  readonly action: S3Action
}

/** The version that a request names. Throws NoSuchBucket, NoSuchKey, NoSuchVersion, or AccessDenied when the caller may not do it. */
export async function getVersion(
  parts: Pick<Parts, 'metadata'>,
  caller: Caller,
  object: ObjectRef,
  { withData, action }: ReadOptions,
): Promise<ObjectVersion> {
  const bucket = await getBucket(parts, caller, object.bucket)
  const version = namesNoVersion(object)
    ? undefined
    : await parts.metadata.findObject(bucket.id, object.key, { withData })
  if (!version) throw missing(caller, bucket, object)
  if (decide(caller, action, { bucket, objectAcl: aclOf(version) }) !== 'allow')
    throw new S3Error('AccessDenied')
  return version
}

/** What a caller is told of an object that is not there. */
export function missing(caller: Caller, bucket: Bucket, object: ObjectRef): S3Error {
  if (!mayLearnOfMissing(caller, bucket)) return new S3Error('AccessDenied')
  return object.versionId === undefined
    ? new S3Error('NoSuchKey', { detail: { Key: object.key } })
    : noSuchVersion(object)
}

interface Selected {
  readonly found: FoundObject
  readonly objectParts: readonly ObjectPart[]
}

async function select({ metadata }: Parts, version: ObjectVersion, options: OpenOptions): Promise<Selected> {
  const { range, partNumber, conditions } = options
  if (conditions) checkReadConditions(conditions, version)
  if (range !== undefined && partNumber !== undefined) {
    throw new S3Error('InvalidRequest', {
      message: 'Cannot specify both Range header and partNumber query parameter.',
    })
  }
  const objectParts = version.content.kind === 'parts' ? await metadata.listObjectParts(version.sequence) : []
  const { slice, partCount } =
    partNumber === undefined ? rangeSlice(version, range) : partSlice(version, objectParts, partNumber)
  return {
    found: { version, slice, partCount, checksum: sliceChecksum(version, slice, objectParts) },
    objectParts,
  }
}

type Slice = Pick<FoundObject, 'slice' | 'partCount'>

const rangeSlice = ({ size }: ObjectVersion, range: string | undefined): Slice => ({
  slice: range === undefined ? undefined : resolveRange(range, size),
  partCount: undefined,
})

/** A part by its number; an object that was put whole is its own first part. */
function partSlice(version: ObjectVersion, objectParts: readonly ObjectPart[], partNumber: number): Slice {
  if (version.content.kind !== 'parts') {
    if (partNumber !== 1) throw noSuchPart(partNumber, 1)
    return { slice: version.size > 0 ? { start: 0, end: version.size - 1 } : undefined, partCount: undefined }
  }
  let start = 0
  for (const part of objectParts) {
    if (part.partNumber === partNumber)
      return { slice: { start, end: start + part.size - 1 }, partCount: objectParts.length }
    start += part.size
  }
  throw noSuchPart(partNumber, objectParts.length)
}

const noSuchPart = (partNumber: number, count: number) =>
  new S3Error('InvalidPartNumber', { detail: { PartNumberRequested: partNumber, ActualPartCount: count } })

/** The bytes of a version that was found with its data, or a slice of them. */
export async function openVersion(
  parts: Parts,
  version: ObjectVersion,
  slice: ByteSlice | undefined,
): Promise<Readable | Buffer> {
  const objectParts =
    version.content.kind === 'parts' ? await parts.metadata.listObjectParts(version.sequence) : []
  return openBody(parts, { version, slice }, objectParts)
}

async function openBody(
  { blobs }: Parts,
  { version, slice }: Pick<FoundObject, 'version' | 'slice'>,
  objectParts: readonly ObjectPart[],
) {
  const { content, size } = version
  const wanted = slice ?? { start: 0, end: size - 1 }
  if (content.kind === 'blob') return openBlob(blobs, content.blobId, wanted)
  if (content.kind === 'parts') return partBodies(blobs, objectParts, wanted)
  if (!content.data) throw new BlobMissing(`inline/${String(version.sequence)}`)
  return slice ? content.data.subarray(slice.start, slice.end + 1) : content.data
}

/** Bytes up to which a blob is read at once: a stream costs more than holding them. */
const atOnceBytes = 256 * 1024

function openBlob(blobs: Parts['blobs'], id: string, wanted: ByteSlice): Promise<Readable | Buffer> | Buffer {
  const length = wanted.end - wanted.start + 1
  if (length === 0) return Buffer.alloc(0)
  return length <= atOnceBytes ? blobs.readBytes(id, wanted) : blobs.read(id, wanted)
}

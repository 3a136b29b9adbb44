import { type Readable } from 'node:stream'
import { checkReadable, contentReader } from '../encryption/content-reader.ts'
import { S3Error } from '../errors.ts'
import { checkRestored, restoredUntil } from './archive.ts'
import { getVersion, type LocatedVersion } from './get-version.ts'
import { checkReadConditions, type ReadConditions } from './read-conditions.ts'
import { expiryOf, type Announced } from '../lifecycle/announced.ts'
import { resolveRange } from './range.ts'
import { openContent } from './open-version.ts'
import { rereadOnce } from './reread.ts'
import { sliceChecksum } from './slice-checksum.ts'
import { partsOf } from './parts-of.ts'
import type { S3Action } from '../policy/s3-actions.ts'
import type { ByteSlice } from '../ports.ts'
import type { Caller } from '../caller.ts'
import { shownVersionId } from './shown-version-id.ts'
import type { Checksum, ObjectPart, ObjectVersion } from './object-version.ts'
import { visibleLock } from './visible-lock.ts'
import type { ObjectLock } from './object-lock.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'

export interface OpenOptions {
  /** s3:GetObject unless told otherwise; see `actionOn` for named versions. */
  readonly action?: S3Action
  /** The Range header, as sent. */
  readonly range?: string | undefined
  readonly partNumber?: number | undefined
  readonly conditions?: ReadConditions | undefined
  /** See `parseCustomerKey`. */
  readonly customerKey?: Buffer | undefined
}

export interface FoundObject {
  readonly version: ObjectVersion
  /** Undefined where the bucket has never been versioned. */
  readonly versionId: string | undefined
  /** As far as the caller may see it. */
  readonly lock: ObjectLock | undefined
  /** What was asked for of the whole, when it was a range or a part. */
  readonly slice: ByteSlice | undefined
  /** Of a multipart object, when a part was asked for. */
  readonly partCount: number | undefined
  /** Of the bytes asked for, where it is known. */
  readonly checksum: Checksum | undefined
  /** When a current version expires by the bucket's lifecycle. */
  readonly expiry: Announced | undefined
  /** Of an archived object: until when it can be read, in milliseconds since 1970. */
  readonly restoredUntil: number | undefined
}

export interface OpenedObject extends FoundObject {
  readonly body: Readable | Buffer
}

/** Finds an object without its bytes. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export const findObject =
  (parts: Parts) =>
  (caller: Caller, object: ObjectRef, options: OpenOptions = {}): Promise<FoundObject> =>
    rereadOnce(async () => {
      const { action = 's3:GetObject', customerKey } = options
      const located = await getVersion(parts, caller, object, { withData: false, action })
      // Tags, locks and the like are told without the key that the bytes need.
      if (action === 's3:GetObject') await checkReadable(parts, located.version, { caller, customerKey })
      return (await select(parts, caller, located, options)).found
    })

/** Finds an object and opens its bytes, or the slice asked for. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const openObject =
  (parts: Parts) =>
  (caller: Caller, object: ObjectRef, options: OpenOptions = {}): Promise<OpenedObject> =>
    rereadOnce(async () => {
      const located = await getVersion(parts, caller, object, { withData: true, action: 's3:GetObject' })
      checkRestored(parts, located.version)
      const { customerKey } = options
      const reader = await contentReader(parts, located.version, { caller, customerKey })
      const { found, objectParts } = await select(parts, caller, located, options)
      return { body: await openContent(reader, found, objectParts), ...found }
    })

interface Selected {
  readonly found: FoundObject
  readonly objectParts: readonly ObjectPart[]
}

async function select(
  parts: Parts,
  caller: Caller,
  { bucket, version }: LocatedVersion,
  options: OpenOptions,
): Promise<Selected> {
  const { range, partNumber, conditions } = options
  if (conditions) checkReadConditions(conditions, version)
  if (range !== undefined && partNumber !== undefined) {
    throw new S3Error('InvalidRequest', {
      message: 'Cannot specify both Range header and partNumber query parameter.',
    })
  }
  const objectParts = await partsOf(parts, version)
  const { slice, partCount } =
    partNumber === undefined ? rangeSlice(version, range) : partSlice(version, objectParts, partNumber)
  return {
    found: {
      version,
      versionId: shownVersionId(bucket, version),
      lock: visibleLock(caller, { bucket, version }),
      slice,
      partCount,
      checksum: sliceChecksum(version, slice, objectParts),
      expiry: expiryOf(bucket, version),
      restoredUntil: restoredUntil(parts, version),
    },
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

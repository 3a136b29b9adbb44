import { isChecksumAlgorithm, type ChecksumAlgorithm } from '../lib/checksum.ts'
import { parseEntityTags } from '../core/objects/entity-tags.ts'
import { parseTaggingHeader } from '../core/objects/tags.ts'
import { checkRedirectLocation } from '../core/objects/redirect-location.ts'
import { checkUserMetadata } from '../core/objects/user-metadata.ts'
import { lockOf, type LockHeaders } from './object-lock-input.ts'
import type { ObjectAttributes } from '../core/objects/object-version.ts'
import type { ObjectRef } from '../core/objects/object-ref.ts'
import type { ReadConditions } from '../core/objects/read-conditions.ts'
import type { WriteConditions } from '../core/objects/object-write.ts'

interface Addressed {
  readonly Bucket: string
  readonly Key: string
  readonly VersionId?: string | undefined
}

export const objectOf = ({ Bucket, Key, VersionId }: Addressed): ObjectRef => ({
  bucket: Bucket,
  key: Key,
  versionId: VersionId,
})

interface AttributeHeaders extends LockHeaders {
  readonly ContentType?: string | undefined
  readonly CacheControl?: string | undefined
  readonly ContentDisposition?: string | undefined
  readonly ContentEncoding?: string | undefined
  readonly ContentLanguage?: string | undefined
  readonly ExpiresString?: string | undefined
  readonly WebsiteRedirectLocation?: string | undefined
  readonly Metadata?: Record<string, string> | undefined
  readonly Tagging?: string | undefined
}

/** What PutObject, CopyObject and CreateMultipartUpload say of an object in their headers. Throws MetadataTooLarge, InvalidTag. */
export function attributesOf(input: AttributeHeaders): ObjectAttributes {
  const { Metadata, Tagging, ContentEncoding, WebsiteRedirectLocation } = input
  if (Metadata) checkUserMetadata(Metadata)
  if (WebsiteRedirectLocation !== undefined) checkRedirectLocation(WebsiteRedirectLocation)
  return withoutUndefined({
    contentType: input.ContentType,
    cacheControl: input.CacheControl,
    contentDisposition: input.ContentDisposition,
    contentEncoding: ContentEncoding === undefined ? undefined : storedEncoding(ContentEncoding),
    contentLanguage: input.ContentLanguage,
    expires: input.ExpiresString,
    websiteRedirectLocation: WebsiteRedirectLocation,
    userMetadata: Metadata && Object.keys(Metadata).length > 0 ? Metadata : undefined,
    lock: lockOf(input),
    tags: Tagging === undefined || Tagging === '' ? undefined : parseTaggingHeader(Tagging),
  })
}

/** `aws-chunked` is how the bytes came over the wire, not how they are stored. */
function storedEncoding(header: string): string | undefined {
  if (!/aws-chunked/i.test(header)) return header
  const kept = header
    .split(',')
    .map((token) => token.trim())
    .filter((token) => token.toLowerCase() !== 'aws-chunked')
  return kept.length > 0 ? kept.join(',') : undefined
}

type Defined<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> }

function withoutUndefined<T extends object>(values: T): Defined<T> {
  const defined: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) if (value !== undefined) defined[name] = value
  return defined as Defined<T>
}

interface ConditionHeaders {
  readonly IfMatch?: string | undefined
  readonly IfNoneMatch?: string | undefined
  readonly IfModifiedSince?: Date | undefined
  readonly IfUnmodifiedSince?: Date | undefined
}

/** Undefined when the request has no condition. */
export function readConditionsOf({
  IfMatch,
  IfNoneMatch,
  IfModifiedSince,
  IfUnmodifiedSince,
}: ConditionHeaders): ReadConditions | undefined {
  if (IfMatch === undefined && IfNoneMatch === undefined && !IfModifiedSince && !IfUnmodifiedSince)
    return undefined
  return {
    ifMatch: IfMatch === undefined ? undefined : parseEntityTags(IfMatch),
    ifNoneMatch: IfNoneMatch === undefined ? undefined : parseEntityTags(IfNoneMatch),
    ifModifiedSince: IfModifiedSince?.getTime(),
    ifUnmodifiedSince: IfUnmodifiedSince?.getTime(),
  }
}

interface CopySourceHeaders {
  readonly CopySourceIfMatch?: string | undefined
  readonly CopySourceIfNoneMatch?: string | undefined
  readonly CopySourceIfModifiedSince?: Date | undefined
  readonly CopySourceIfUnmodifiedSince?: Date | undefined
}

export const copySourceConditionsOf = (input: CopySourceHeaders): ReadConditions | undefined =>
  readConditionsOf({
    IfMatch: input.CopySourceIfMatch,
    IfNoneMatch: input.CopySourceIfNoneMatch,
    IfModifiedSince: input.CopySourceIfModifiedSince,
    IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
  })

interface WriteConditionHeaders {
  readonly IfMatch?: string | undefined
  readonly IfNoneMatch?: string | undefined
  readonly IfMatchLastModifiedTime?: Date | undefined
  readonly IfMatchSize?: number | undefined
}

/** Undefined when the request has no condition. */
export function writeConditionsOf(input: WriteConditionHeaders): WriteConditions | undefined {
  const { IfMatch, IfNoneMatch, IfMatchLastModifiedTime, IfMatchSize } = input
  if (
    IfMatch === undefined &&
    IfNoneMatch === undefined &&
    !IfMatchLastModifiedTime &&
    IfMatchSize === undefined
  )
    return undefined
  return {
    ...(IfMatch !== undefined && { ifMatch: parseEntityTags(IfMatch) }),
    ...(IfNoneMatch !== undefined && { ifNoneMatch: parseEntityTags(IfNoneMatch) }),
    ...(IfMatchLastModifiedTime && { ifLastModified: IfMatchLastModifiedTime.getTime() }),
    ...(IfMatchSize !== undefined && { ifSize: IfMatchSize }),
  }
}

/** The codec has let only known names through. */
export const checksumAlgorithmOf = (name: string | undefined): ChecksumAlgorithm | undefined =>
  name !== undefined && isChecksumAlgorithm(name) ? name : undefined

import { S3Error } from '../errors.ts'
import { type EntityTags, matchesStrongly, matchesWeakly } from './entity-tags.ts'

/** Conditions of a read, or on the source of a copy. Times are milliseconds since 1970, compared to the second. */
export interface ReadConditions {
  readonly ifMatch?: EntityTags | undefined
  readonly ifNoneMatch?: EntityTags | undefined
  readonly ifModifiedSince?: number | undefined
  readonly ifUnmodifiedSince?: number | undefined
}

interface Validators {
  readonly etag: string
  readonly lastModified: number
}

/**
 * Throws PreconditionFailed, or NotModified with the validators as headers, when the object is not to be sent.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html
 */
export function checkReadConditions(conditions: ReadConditions, version: Validators): void {
  const failed = failedPrecondition(conditions, version)
  if (failed !== undefined) throw new S3Error('PreconditionFailed', { detail: { Condition: failed } })
  if (staleCondition(conditions, version) === undefined) return
  const { etag, lastModified } = version
  throw new S3Error('NotModified', {
    headers: { ETag: `"${etag}"`, 'Last-Modified': new Date(lastModified).toUTCString() },
  })
}

/**
 * The same for the source of a copy, where every condition that fails is PreconditionFailed.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export function checkCopySourceConditions(conditions: ReadConditions, source: Validators): void {
  checkAllConditions(conditions, source, 'x-amz-copy-source-')
}

/** Throws PreconditionFailed, which names the condition by its header, for every condition that fails. */
export function checkAllConditions(
  conditions: ReadConditions,
  version: Validators,
  headerPrefix: string,
): void {
  const failed = failedPrecondition(conditions, version) ?? staleCondition(conditions, version)
  if (failed === undefined) return
  throw new S3Error('PreconditionFailed', { detail: { Condition: headerPrefix + failed } })
}

// Entity tags come before dates, and a date counts only where its entity tags were not given (RFC 9110, section 13.2.2).
function failedPrecondition({ ifMatch, ifUnmodifiedSince }: ReadConditions, version: Validators) {
  if (ifMatch !== undefined) return matchesStrongly(ifMatch, version.etag) ? undefined : 'If-Match'
  if (ifUnmodifiedSince === undefined) return undefined
  return isModifiedSince(version, ifUnmodifiedSince) ? 'If-Unmodified-Since' : undefined
}

function staleCondition({ ifNoneMatch, ifModifiedSince }: ReadConditions, version: Validators) {
  if (ifNoneMatch !== undefined) return matchesWeakly(ifNoneMatch, version.etag) ? 'If-None-Match' : undefined
  if (ifModifiedSince === undefined) return undefined
  return isModifiedSince(version, ifModifiedSince) ? undefined : 'If-Modified-Since'
}

const isModifiedSince = ({ lastModified }: Validators, time: number) => seconds(lastModified) > seconds(time)
const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000)

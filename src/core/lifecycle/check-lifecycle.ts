import { checkObjectFilter } from '../buckets/object-filter.ts'
import { S3Error } from '../errors.ts'
import { checkTimes } from './check-times.ts'
import { invalidArgument, invalidRequest } from './lifecycle-errors.ts'
import { namesSize } from './rule-filter.ts'
import type { LifecycleRule } from './lifecycle.ts'

const mostRules = 1000
const longestId = 255

/**
 * Throws MalformedXML, InvalidRequest or InvalidArgument for rules that S3 would not take.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 */
export function checkLifecycleRules(rules: readonly LifecycleRule[]): void {
  if (rules.length === 0 || rules.length > mostRules) throw new S3Error('MalformedXML')
  checkIds(rules.map(({ id }) => id))
  checkForms(rules)
  for (const rule of rules) checkRule(rule)
}

function checkIds(ids: readonly string[]): void {
  if (ids.some((id) => id.length > longestId))
    throw invalidArgument(`ID length should not exceed allowed limit of ${String(longestId)}`)
  if (new Set(ids).size < ids.length)
    throw invalidArgument('Rule ID must be unique. Found same ID for more than one rule')
}

function checkForms(rules: readonly LifecycleRule[]): void {
  const old = rules.filter(({ form }) => form === 'prefix').length
  if (old === 0 || old === rules.length) return
  throw invalidRequest(
    'Base level prefix cannot be used in Lifecycle V2, prefixes are only supported in the Filter.',
  )
}

function checkRule(rule: LifecycleRule): void {
  if (!hasAction(rule)) throw invalidRequest('At least one action needs to be specified in a rule')
  checkFilter(rule)
  checkFits(rule)
  checkCounts(rule)
  checkTimes(rule)
}

const hasAction = (rule: LifecycleRule): boolean =>
  rule.expiration !== undefined ||
  rule.noncurrentExpiration !== undefined ||
  rule.abortDays !== undefined ||
  rule.transitions.length + rule.noncurrentTransitions.length > 0

function checkFilter({ filter }: LifecycleRule): void {
  checkObjectFilter(filter)
  const { sizeGreaterThan = 0, sizeLessThan = Infinity } = filter
  if (sizeGreaterThan < 0) throw invalidArgument("'ObjectSizeGreaterThan' must not be negative")
  if (sizeLessThan < 1) throw invalidArgument("'ObjectSizeLessThan' must be a positive integer")
  if (sizeGreaterThan >= sizeLessThan)
    throw invalidRequest("'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.")
}

/** Actions on what has neither tags nor a size. */
function checkFits({ filter, expiration, abortDays }: LifecycleRule): void {
  const hasTags = filter.tags.length > 0
  if (hasTags && expiration && 'expiredObjectDeleteMarker' in expiration)
    throw invalidRequest('ExpiredObjectDeleteMarker cannot be specified with Tags.')
  if (abortDays === undefined) return
  if (hasTags) throw invalidRequest('AbortIncompleteMultipartUpload cannot be specified with Tags.')
  if (namesSize(filter))
    throw invalidRequest('AbortIncompleteMultipartUpload cannot be specified with Object Size.')
}

function checkCounts({ form, noncurrentExpiration, noncurrentTransitions }: LifecycleRule): void {
  const counts = [noncurrentExpiration, ...noncurrentTransitions].some(
    (age) => age?.newerVersions !== undefined,
  )
  if (form === 'prefix' && counts)
    throw invalidRequest('NewerNoncurrentVersions can only be specified with a Filter.')
}

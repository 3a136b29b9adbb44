import { parseQueryPairs } from '../../lib/query.ts'
import { S3Error } from '../errors.ts'
import type { Tags } from './object-version.ts'

const maxKeyLength = 128
const maxValueLength = 256
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

/**
 * The rules of an object's tags: ten at most, unique keys, lengths in UTF-16 units, allowed characters. Throws BadRequest
 * or InvalidTag. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html
 */
export function checkObjectTags(tags: Tags): Tags {
  if (tags.length > 10) throw new S3Error('BadRequest', { message: 'Object tags cannot be greater than 10' })
  return checkTags(tags)
}

/** The rules of a bucket's tags: fifty at most, the rest as for objects. Throws BadRequest or InvalidTag. */
export function checkBucketTags(tags: Tags): Tags {
  if (tags.length > 50)
    throw new S3Error('BadRequest', { message: 'Bucket tag count cannot be greater than 50' })
  return checkTags(tags)
}

/** Reads the x-amz-tagging header, written like a query string. Throws InvalidArgument, BadRequest or InvalidTag. */
export function parseTaggingHeader(header: string): Tags {
  const tags = pairsOf(header).map(([key, value]) => ({ key, value }))
  if (new Set(tags.map(({ key }) => key)).size < tags.length) throw malformedHeader(header)
  return checkObjectTags(tags)
}

function pairsOf(header: string) {
  try {
    return parseQueryPairs(header)
  } catch (cause) {
    throw malformedHeader(header, cause)
  }
}

const malformedHeader = (header: string, cause?: unknown) =>
  new S3Error('InvalidArgument', {
    message:
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
    detail: { ArgumentName: 'x-amz-tagging', ArgumentValue: header },
    cause,
  })

function checkTags(tags: Tags): Tags {
  const keys = new Set<string>()
  for (const { key, value } of tags) {
    if (key === '' || key.length > maxKeyLength || !allowed.test(key)) {
      throw invalidTag('The TagKey you have provided is invalid', key)
    }
    if (value.length > maxValueLength || !allowed.test(value)) {
      throw invalidTag('The TagValue you have provided is invalid', key, value)
    }
    if (key.startsWith('aws:')) throw invalidTag('System tags cannot be added/updated by requester', key)
    if (keys.has(key)) throw invalidTag('Cannot provide multiple Tags with the same key', key)
    keys.add(key)
  }
  return tags
}

const invalidTag = (message: string, key: string, value?: string) =>
  new S3Error('InvalidTag', {
    message,
    detail: { TagKey: key, ...(value !== undefined && { TagValue: value }) },
  })

import { parseEntityTags } from '../../core/objects/entity-tags.ts'
import { checkReadConditions } from '../../core/objects/read-conditions.ts'
import { S3Error } from '../../core/errors.ts'
import type { IncomingMessage } from 'node:http'
import type { ObjectVersion } from '../../core/objects/object-version.ts'

/**
 * Whether the client has the form with this entity tag already. Throws PreconditionFailed for a condition on the object itself that does not hold.
 * RFC 9110, section 13.2.2.
 */
export function isUnchanged(
  headers: IncomingMessage['headers'],
  { etag, lastModified }: ObjectVersion,
  formTag: string,
): boolean {
  const [ifMatch, ifNoneMatch] = [headers['if-match'], headers['if-none-match']]
  checkReadConditions(
    {
      ifMatch: ifMatch === undefined ? undefined : parseEntityTags(ifMatch),
      ifUnmodifiedSince: dateOf(headers['if-unmodified-since']),
    },
    { etag, lastModified },
  )
  const [bare = ''] = /[^"]+(?="$)/.exec(formTag) ?? []
  return hasNotChanged(
    {
      ifNoneMatch: ifNoneMatch === undefined ? undefined : parseEntityTags(ifNoneMatch),
      ifModifiedSince: dateOf(headers['if-modified-since']),
    },
    { etag: bare, lastModified },
  )
}

function hasNotChanged(...[conditions, validators]: Parameters<typeof checkReadConditions>): boolean {
  try {
    checkReadConditions(conditions, validators)
    return false
  } catch (error) {
    if (error instanceof S3Error && error.code === 'NotModified') return true
    throw error
  }
}

/** A date that cannot be read is no condition. */
function dateOf(header: string | undefined): number | undefined {
  const time = Date.parse(header ?? '')
  return Number.isNaN(time) ? undefined : time
}

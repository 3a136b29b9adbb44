import { S3Error } from '../errors.ts'
import { matchesStrongly, type EntityTags } from '../objects/entity-tags.ts'
import type { ObjectVersion } from '../objects/object-version.ts'

/** Throws PreconditionFailed unless the object has one of these entity tags; undefined asks for none. */
export function checkObjectMatches({ etag }: ObjectVersion, wanted: EntityTags | undefined): void {
  if (wanted === undefined || matchesStrongly(wanted, etag)) return
  throw new S3Error('PreconditionFailed', { detail: { Condition: 'x-amz-object-if-match' } })
}

import type { Bucket } from '../buckets/bucket.ts'
import type { ObjectVersion } from './object-version.ts'

/** What answers call a version: S3 gives no id where the bucket has never been versioned. */
export const shownVersionId = (
  { versioning }: Pick<Bucket, 'versioning'>,
  { versionId }: Pick<ObjectVersion, 'versionId'>,
): string | undefined => (versioning === 'off' ? undefined : versionId)

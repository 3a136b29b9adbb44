import type { VersionFacts } from './write-changes.ts'
import type { Versioning } from '../buckets/bucket.ts'
import type { Extension, WriteAnswer } from './object-write.ts'

/** Where versions are kept, two of them would have the same bytes. */
export function refusedExtension(
  { sequence, offset }: Extension,
  current: VersionFacts | undefined,
  versioning: Versioning,
): WriteAnswer | undefined {
  if (versioning !== 'off') return { kind: 'refused', code: 'InvalidBucketState' }
  if ((current?.size ?? 0) !== offset) return { kind: 'refused', code: 'InvalidWriteOffset' }
  if (current?.sequence !== sequence) return { kind: 'refused', code: 'ConditionalRequestConflict' }
  return undefined
}

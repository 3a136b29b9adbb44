import { detectableBytes } from '../../lib/detect-type.ts'
import { rulesFor } from '../buckets/rules-for.ts'
import { asksForType, checkUploadName, checkUploadSize } from '../buckets/upload-rules.ts'
import { checkStart, type Named } from './ruled-body.ts'
import { versionBytes } from './version-bytes.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'
import type { ReadAccess } from '../encryption/data-key.ts'

interface Target extends Named {
  readonly bucket: Bucket
  /** To what is stored. */
  readonly access: ReadAccess
}

/** Whether a stored object may be put elsewhere, under another name. Throws UnsupportedMediaType, EntityTooLarge, and what `openDataKey` throws. */
export async function checkStored(
  parts: Pick<Parts, 'blobs' | 'metadata' | 'serverKey'>,
  version: ObjectVersion,
  { bucket, access, ...named }: Target,
): Promise<void> {
  const rules = rulesFor(bucket)
  if (!rules) return
  checkUploadName(rules, named.key)
  checkUploadSize(rules, version.size)
  if (!asksForType(rules)) return
  const end = Math.min(version.size, detectableBytes) - 1
  const slice = version.size > 0 ? { start: 0, end } : undefined
  await checkStart(rules, named, await versionBytes(parts, { version, slice }, access))
}

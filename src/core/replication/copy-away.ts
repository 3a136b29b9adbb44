import { contentReader } from '../encryption/content-reader.ts'
import { openContent } from '../objects/open-version.ts'
import { partsOf } from '../objects/parts-of.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { ReadAccess } from '../encryption/data-key.ts'
import type { ReplicaOrder } from '../events/replica-order.ts'
import type { ReplicaTarget } from './replica-target.ts'

interface RemoteCopy {
  readonly version: ObjectVersion
  readonly target: ReplicaTarget
  readonly order: ReplicaOrder
  readonly access: ReadAccess
  /** Whether an earlier attempt may have got through. */
  readonly isRepeated: boolean
  readonly signal: AbortSignal
}

/** Copies a version to a bucket elsewhere, streamed, in the parts that it was uploaded in. */
export async function copyAway(
  parts: Parts,
  { version, target, order, access, isRepeated, signal }: RemoteCopy,
): Promise<void> {
  const { key, versionId, size, attributes } = version
  if (isRepeated && (await target.findCopied(key)) === versionId) return
  const objectParts = await partsOf(parts, version)
  const reader = await contentReader(parts, version, access)
  const open = (start: number, length: number) => {
    const slice = length === size ? undefined : { start, end: start + length - 1 }
    return Promise.resolve(openContent(reader, { version, slice }, objectParts))
  }
  let start = 0
  const pieces = (objectParts.length > 0 ? objectParts : [{ size }]).map((part) => {
    const at = start
    start += part.size
    return { size: part.size, open: () => open(at, part.size) }
  })
  const storageClass = order.storageClass ?? version.storageClass
  await target.put({ key, versionId, size, storageClass, attributes, parts: pieces }, signal)
}

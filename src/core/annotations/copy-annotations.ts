import { discardContent } from '../objects/duplicate-content.ts'
import { bytesBody } from '../objects/bytes-body.ts'
import { actionOn, type ObjectRef } from '../objects/object-ref.ts'
import { requireAllowed } from '../policy/authorise.ts'
import { maxAnnotations, type StoredAnnotation } from './annotation.ts'
import { readAnnotation, storeAnnotation, type Annotated } from './annotation-bytes.ts'
import type { BlobStore, LazySignal } from '../ports.ts'
import type { LocatedVersion } from '../objects/get-version.ts'
import type { Parts } from '../parts.ts'

interface CopiedVersion extends LocatedVersion {
  /** As the request names it. */
  readonly source: ObjectRef
  /** Whether the annotations stay behind. */
  readonly excludesAnnotations?: boolean | undefined
  readonly signal: LazySignal
}

/**
 * A version's annotations once more, for a copy of it. Throws AccessDenied unless the caller may read and write them, BlobMissing, and what
 * storeAnnotation throws.
 */
export async function copyAnnotations(
  parts: Parts,
  { bucket, version, source, excludesAnnotations = false, signal }: CopiedVersion,
  target: Annotated,
): Promise<readonly StoredAnnotation[]> {
  if (excludesAnnotations) return []
  const { sequence, key, attributes } = version
  const [first] = await parts.metadata.listAnnotations({ sequence, limit: 1 })
  if (!first) return []
  const { caller } = target
  const { versionId } = source
  requireAllowed(caller, actionOn(source, 's3:GetObjectAnnotation'), { bucket, version, versionId })
  requireAllowed(caller, 's3:PutObjectAnnotation', { bucket: target.bucket, key: target.key, isNew: true })
  const from = { caller, bucket, key, encryption: attributes.encryption }
  return duplicateAnnotations(parts, { sequence, ...from }, target, signal)
}

/** The annotations of the version with that sequence once more. Throws BlobMissing and what storeAnnotation throws. */
export async function duplicateAnnotations(
  parts: Parts,
  { sequence, ...source }: Annotated & { readonly sequence: number },
  target: Annotated,
  signal: LazySignal,
): Promise<readonly StoredAnnotation[]> {
  const copies: StoredAnnotation[] = []
  try {
    for (const { name, checksum } of await parts.metadata.listAnnotations({
      sequence,
      limit: maxAnnotations,
    })) {
      const annotation = await parts.metadata.findAnnotation(sequence, name)
      if (!annotation) continue
      const data = await readAnnotation(parts, source, annotation)
      const body = { ...bytesBody(data), algorithms: checksum ? [checksum.algorithm] : [] }
      copies.push(await storeAnnotation(parts, target, { name, body, signal }))
    }
    return copies
  } catch (error) {
    await discardAnnotations(parts.blobs, copies)
    throw error
  }
}

/** Removes the blobs of annotations that no row came to name. */
export async function discardAnnotations(
  blobs: BlobStore,
  annotations: readonly StoredAnnotation[],
): Promise<void> {
  for (const { content } of annotations) await discardContent(blobs, content)
}

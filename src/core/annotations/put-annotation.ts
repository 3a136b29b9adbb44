import { S3Error } from '../errors.ts'
import { eventsOfChange } from '../objects/change-attributes.ts'
import { discardContent } from '../objects/duplicate-content.ts'
import { getVersion, type LocatedVersion } from '../objects/get-version.ts'
import { shownVersionId } from '../objects/shown-version-id.ts'
import { maxAnnotations, type Annotation, type StoredAnnotation } from './annotation.ts'
import { storeAnnotation } from './annotation-bytes.ts'
import { checkAnnotationName } from './annotation-name.ts'
import { checkObjectMatches } from './object-matches.ts'
import type { Caller } from '../caller.ts'
import type { Encryption } from '../encryption/encryption.ts'
import type { EntityTags } from '../objects/entity-tags.ts'
import type { LazySignal, MetadataTransaction, UploadBody } from '../ports.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import type { Parts } from '../parts.ts'

export interface PutAnnotationOptions {
  readonly name: string
  /** Entity tags that the object may have. */
  readonly objectIfMatch?: EntityTags | undefined
  readonly signal: LazySignal
}

export interface AnnotationAnswer {
  readonly annotation: Annotation
  /** Of the object; undefined where its bucket has never been versioned. */
  readonly versionId: string | undefined
  readonly encryption: Encryption | undefined
}

/**
 * Attaches an annotation to a version, in place of the one of the same name. Throws what checkAnnotationName, getVersion and storeAnnotation throw,
 * PreconditionFailed, AnnotationLimitExceeded, and OperationAborted when the version has gone meanwhile.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAnnotation.html
 */
export const putAnnotation =
  (parts: Parts) =>
  async (
    caller: Caller,
    object: ObjectRef,
    body: UploadBody,
    { name, objectIfMatch, signal }: PutAnnotationOptions,
  ): Promise<AnnotationAnswer> => {
    checkAnnotationName(name)
    const action = 's3:PutObjectAnnotation'
    const located = await getVersion(parts, caller, object, { withData: false, action })
    const { bucket, version } = located
    checkObjectMatches(version, objectIfMatch)
    const { encryption } = version.attributes
    const annotated = { caller, bucket, key: version.key, encryption }
    const annotation = await storeAnnotation(parts, annotated, { name, body, signal })
    try {
      await parts.metadata.transaction((tx) => attach(parts, tx, { ...located, caller }, annotation))
    } catch (error) {
      await discardContent(parts.blobs, annotation.content)
      throw error
    }
    return { annotation, versionId: shownVersionId(bucket, version), encryption }
  }

async function attach(
  { clock, settings }: Parts,
  tx: MetadataTransaction,
  located: LocatedVersion & { readonly caller: Caller },
  annotation: StoredAnnotation,
): Promise<void> {
  const { version } = located
  const { sequence } = version
  const current = await tx.findVersion(version.bucketId, version.key, version.versionId)
  if (current?.sequence !== sequence) throw new S3Error('OperationAborted')
  const { name, lastModified: at } = annotation
  if ((await tx.countOtherAnnotations(sequence, name)) >= maxAnnotations)
    throw new S3Error('AnnotationLimitExceeded')
  await tx.putAnnotation(version, annotation, clock.now() + settings.trashMs)
  await tx.appendEvents(eventsOfChange({ name: 'ObjectAnnotation:Put', at }, located))
}

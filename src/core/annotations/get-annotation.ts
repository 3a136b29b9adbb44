import { S3Error } from '../errors.ts'
import { getVersion } from '../objects/get-version.ts'
import { shownVersionId } from '../objects/shown-version-id.ts'
import { rereadOnce } from '../objects/reread.ts'
import { readAnnotation } from './annotation-bytes.ts'
import { checkAnnotationPrefix } from './annotation-name.ts'
import type { Annotation, AnnotationQuery } from './annotation.ts'
import type { AnnotationAnswer } from './put-annotation.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import type { Parts } from '../parts.ts'

/** Throws NoSuchAnnotation, and what getVersion and `openDataKey` throw. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAnnotation.html */
export const getAnnotation =
  (parts: Parts) =>
  (
    caller: Caller,
    object: ObjectRef,
    name: string,
  ): Promise<AnnotationAnswer & { readonly data: Buffer }> => {
    const action = 's3:GetObjectAnnotation'
    return rereadOnce(async () => {
      const { bucket, version } = await getVersion(parts, caller, object, { withData: false, action })
      const annotation = await parts.metadata.findAnnotation(version.sequence, name)
      if (!annotation) throw new S3Error('NoSuchAnnotation', { detail: { AnnotationName: name } })
      const { key, attributes } = version
      const { encryption } = attributes
      const data = await readAnnotation(parts, { caller, bucket, key, encryption }, annotation)
      return { annotation, data, encryption, versionId: shownVersionId(bucket, version) }
    })
  }

interface AnnotationPage {
  /** By name, in the order of UTF-8 bytes. */
  readonly annotations: readonly Annotation[]
  readonly isTruncated: boolean
  /** See `AnnotationAnswer`. */
  readonly versionId: string | undefined
}

/** Throws InvalidPrefix and what getVersion throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectAnnotations.html */
export const listAnnotations =
  (parts: Pick<Parts, 'metadata'>) =>
  async (
    caller: Caller,
    object: ObjectRef,
    { prefix = '', after, limit }: Omit<AnnotationQuery, 'sequence'>,
  ): Promise<AnnotationPage> => {
    checkAnnotationPrefix(prefix)
    const action = 's3:ListObjectAnnotations'
    const { bucket, version } = await getVersion(parts, caller, object, { withData: false, action })
    const { sequence } = version
    const found = await parts.metadata.listAnnotations({ sequence, prefix, after, limit: limit + 1 })
    const versionId = shownVersionId(bucket, version)
    return { annotations: found.slice(0, limit), isTruncated: found.length > limit, versionId }
  }

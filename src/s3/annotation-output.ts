import { encryptionOutput } from './encryption-output.ts'
import { quoted } from './object-output.ts'
import type { AnnotationAnswer } from '../core/annotations/put-annotation.ts'

/** What answers about one annotation have in common. */
export function annotationOutput({ annotation, versionId, encryption }: AnnotationAnswer) {
  const { ServerSideEncryption } = encryptionOutput(encryption, {})
  return {
    ETag: quoted(annotation.etag),
    ...objectVersionOutput({ versionId }),
    ...(ServerSideEncryption && { ServerSideEncryption }),
  }
}

/** Of the object that an annotation belongs to. */
export const objectVersionOutput = ({
  versionId,
}: {
  readonly versionId: string | undefined
}): { ObjectVersionId?: string } => (versionId === undefined ? {} : { ObjectVersionId: versionId })

import { maxAnnotations, type Annotation } from '../../core/annotations/annotation.ts'
import { S3Error } from '../../core/errors.ts'
import { objectVersionOutput } from '../annotation-output.ts'
import { continuationToken, parseContinuationToken } from '../continuation-token.ts'
import { objectOf } from '../object-input.ts'
import { quoted } from '../object-output.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectAnnotations.html */
export const listObjectAnnotations = operation('ListObjectAnnotations', async ({ input, caller, core }) => {
  const { AnnotationPrefix, ContinuationToken, MaxAnnotationResults = maxAnnotations } = input
  checkLimit(MaxAnnotationResults)
  const page = await core.annotations.list(caller, objectOf(input), {
    prefix: AnnotationPrefix,
    after: ContinuationToken === undefined ? undefined : parseContinuationToken(ContinuationToken),
    limit: MaxAnnotationResults,
  })
  const { annotations, isTruncated } = page
  const last = isTruncated ? annotations.at(-1) : undefined
  return {
    Bucket: input.Bucket,
    Key: input.Key,
    ...objectVersionOutput(page),
    AnnotationPrefix,
    MaxAnnotationResults,
    AnnotationCount: annotations.length,
    ContinuationToken,
    ...(last && { NextContinuationToken: continuationToken(last.name) }),
    Annotations: annotations.map(entryOf),
  }
})

function checkLimit(limit: number): void {
  if (limit >= 1 && limit <= maxAnnotations) return
  throw new S3Error('InvalidArgument', {
    message: `max-annotation-results must be between 1 and ${String(maxAnnotations)}.`,
    detail: { ArgumentName: 'max-annotation-results', ArgumentValue: limit },
  })
}

const entryOf = ({ name, size, etag, lastModified, checksum }: Annotation) => ({
  AnnotationName: name,
  LastModified: new Date(lastModified),
  Size: size,
  ETag: quoted(etag),
  ...(checksum && { ChecksumAlgorithm: [checksum.algorithm] }),
})
